import { JsonValue } from '../../model';
import { plainText } from './plainText';

/** A value somebody else wrote, in quotation marks; see {@link plainText}. */
export function quoteText(value: JsonValue | undefined): string {
  if (value === undefined) {
    return 'nothing';
  }
  return `“${plainText(
    typeof value === 'string' ? value : JSON.stringify(value),
  )}”`;
}
