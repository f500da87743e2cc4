import { Facts } from '../../model';
import { foldValue, targetField } from '../documents/targets';
import { readText, readTexts, UNKNOWN } from '../facts/scopeValues';

/** What policies are found by, besides the paths of filter predicates over the target. */
export type Dimension =
  | 'action.id'
  | 'action.namespace'
  | 'environment.name'
  | 'environment.owner'
  | 'target.owners'
  | 'target.ref';

/** The values a request has in one dimension: none if it is known to have none. */
export type ReadDimension = (
  facts: Facts,
) => readonly string[] | typeof UNKNOWN;

/** Letters in either case are the same key; that only ever finds too much. */
export const foldKey = foldValue;

const DIMENSIONS: Record<Dimension, ReadDimension> = {
  'action.id': textDimension(readText('action.id')),
  'action.namespace': textDimension(readText('action.id'), namespaceOf),
  'environment.name': textDimension(readText('environment.name')),
  'environment.owner': textDimension(readText('environment.owner')),
  'target.owners': textsDimension(readTexts('target.owners')),
  'target.ref': textDimension(readText('target.ref')),
};

/** How to read a dimension, by the name that a policy's requirements have for it. */
export function readDimension(name: string): ReadDimension {
  if (Object.hasOwn(DIMENSIONS, name)) {
    return DIMENSIONS[name as Dimension];
  }
  const field = targetField(name);
  return field ? textDimension(field.read) : () => UNKNOWN;
}

/** What stands before the colon in an action's id: `deployments` in `deployments:restart`. */
export function namespaceOf(actionId: string): string {
  const colon = actionId.indexOf(':');
  return colon < 0 ? actionId : actionId.slice(0, colon);
}

function textDimension(
  read: (facts: Facts) => unknown,
  part: (text: string) => string = text => text,
): ReadDimension {
  return facts => {
    const value = read(facts);
    if (value === UNKNOWN) {
      return UNKNOWN;
    }
    return value === undefined ? [] : [foldKey(part(String(value)))];
  };
}

function textsDimension(
  read: (facts: Facts) => readonly string[] | typeof UNKNOWN,
): ReadDimension {
  return facts => {
    const values = read(facts);
    return values === UNKNOWN ? UNKNOWN : values.map(foldKey);
  };
}
