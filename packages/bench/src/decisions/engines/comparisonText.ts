import { Comparison } from '../scenario';

/** A comparison as people write it in CEL, Cedar and JavaScript alike: a truth value by itself. */
export function comparisonText(
  name: string,
  { is, value }: Comparison,
  quote: '"' | "'" = '"',
): string {
  if (typeof value === 'boolean') {
    return (is === '==') === value ? name : `!${name}`;
  }
  return `${name} ${is} ${
    typeof value === 'string' ? quote + value + quote : value
  }`;
}
