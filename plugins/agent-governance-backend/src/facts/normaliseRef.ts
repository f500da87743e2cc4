import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** The one spelling of a full entity ref; `undefined` for what is none. Defaults fill in what is left out. */
export function normaliseRef(
  ref: string,
  defaults?: { defaultKind?: string; defaultNamespace?: string },
): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(ref, defaults));
  } catch {
    return undefined;
  }
}
