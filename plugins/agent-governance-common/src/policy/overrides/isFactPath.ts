import { FACT_SCHEMA } from '../expressions/factSchema';
import { FactPath } from '../facts';

/** Whether this names a fact of the fact schema. @public */
export function isFactPath(path: string): path is FactPath {
  return Object.hasOwn(FACT_SCHEMA, path);
}
