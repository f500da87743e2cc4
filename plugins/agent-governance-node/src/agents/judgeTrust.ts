import {
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { isPlainLocation } from './isPlainLocation';
import { matchesGlob } from './matchesGlob';
import { TRUSTED_KINDS, TrustRule } from './TrustRule';

/** Whether an entity counts by where it comes from and whose it is, and by which rules or why not. */
export type Trust =
  | {
      trusted: true;
      originLocation: string;
      /** Never empty, in the order of the configuration. */
      rules: [TrustRule, ...TrustRule[]];
    }
  | { trusted: false; reason: string };

/** What each kind is called in a reason. */
const NOUNS: Record<(typeof TRUSTED_KINDS)[number], string> = {
  Agent: 'agents',
  AgentPolicy: 'policies',
};

/**
 * Judges whether an entity comes from a place the portal trusts with its kind.
 *
 * The place is what the catalog recorded as the origin of the entity. Entities of a provider have the origin the
 * provider gives them; without one they are untrusted. The reason is for people and names only what stands in the
 * entity.
 */
export function judgeTrust(
  entity: Entity,
  kind: (typeof TRUSTED_KINDS)[number],
  trust: readonly TrustRule[],
): Trust {
  const originLocation =
    entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
  if (typeof originLocation !== 'string' || originLocation === '') {
    return untrusted(`it has no annotation ${ANNOTATION_ORIGIN_LOCATION}`);
  }
  if (!isPlainLocation(originLocation)) {
    return untrusted(
      `its origin ${originLocation} is not written in its plain form, so what it points to cannot be told from its text`,
    );
  }
  const fromHere = trust.filter(
    rule =>
      rule.kinds.includes(kind) &&
      matchesGlob(rule.originLocation, originLocation),
  );
  if (fromHere.length === 0) {
    return untrusted(
      `no entry of agentGovernance.trust names its origin ${originLocation} for ${NOUNS[kind]}`,
    );
  }
  const owner = ownerOf(entity);
  const [first, ...others] = fromHere.filter(
    ({ owners }) => !owners || (owner !== undefined && owners.includes(owner)),
  );
  return first
    ? { trusted: true, originLocation, rules: [first, ...others] }
    : untrusted(
        `${NOUNS[kind]} from ${originLocation} count only for the owners that agentGovernance.trust names`,
      );
}

function untrusted(reason: string): Trust {
  return { trusted: false, reason };
}

function ownerOf(entity: Entity): string | undefined {
  const owner = entity.spec?.owner;
  if (typeof owner !== 'string') {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'Group',
        defaultNamespace: entity.metadata.namespace,
      }),
    );
  } catch {
    return undefined;
  }
}
