import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** The one spelling of a full entity ref; `undefined` for what is none. */
export function normaliseRef(ref: string): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    return undefined;
  }
}
