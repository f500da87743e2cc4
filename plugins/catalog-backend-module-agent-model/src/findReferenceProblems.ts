import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { EntityReference } from './EntityReference';
import { referencesIn } from './referencesIn';

/** References that are none, or to entities of a kind that does not belong there, each as a sentence. */
export function findReferenceProblems(
  entity: Entity,
  references: EntityReference[],
): string[] {
  return references.flatMap(reference => {
    const { defaultKind, allowedKinds } = reference;
    return referencesIn(entity, reference).flatMap(({ path, ref }) => {
      const kind = kindOf(ref, defaultKind)?.toLowerCase();
      const isAllowed =
        kind !== undefined &&
        (!allowedKinds ||
          allowedKinds.some(allowed => allowed.toLowerCase() === kind));
      return isAllowed
        ? []
        : [
            `${path} must be a reference to ${
              allowedKinds ? `a ${allowedKinds.join(' or ')}` : 'an entity'
            }, but is '${ref}'`,
          ];
    });
  });
}

function kindOf(ref: string, defaultKind: string): string | undefined {
  try {
    return parseEntityRef(ref, { defaultKind }).kind;
  } catch {
    return undefined;
  }
}
