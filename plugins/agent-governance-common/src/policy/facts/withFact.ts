import { Facts } from '../../model';
import { FactAt, FactPath } from './FactPath';

/** The same facts but for one; the original is left alone. @public */
export function withFact<P extends FactPath>(
  facts: Facts,
  path: P,
  fact: FactAt<P>,
): Facts {
  const [group, name] = path.split('.') as [keyof Facts, string | undefined];
  return name === undefined
    ? { ...facts, [group]: fact }
    : { ...facts, [group]: { ...(facts[group] as object), [name]: fact } };
}
