import {
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { AGENT_KIND } from '@agentgov/backstage-plugin-agent-governance-common';
import { isPlainLocation } from './isPlainLocation';
import { matchesGlob } from './matchesGlob';
import { TrustRule } from './TrustRule';

/**
 * Whether an agent counts, and by which rule or why not.
 *
 * @public
 */
export type AgentTrust =
  | { trusted: true; originLocation: string; rule: TrustRule }
  | { trusted: false; reason: string };

/**
 * Judges whether an agent comes from a place the portal trusts with agents.
 *
 * @remarks
 *
 * The place is what the catalog recorded as the origin of the entity. Entities of a provider have the origin the
 * provider gives them; without one they are untrusted. The reason is for people and names only what stands in the
 * entity.
 *
 * @public
 */
export function judgeAgentTrust(
  entity: Entity,
  trust: readonly TrustRule[],
): AgentTrust {
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
      rule.kinds.includes(AGENT_KIND) &&
      matchesGlob(rule.originLocation, originLocation),
  );
  if (fromHere.length === 0) {
    return untrusted(
      `no entry of agentGovernance.trust names its origin ${originLocation} for agents`,
    );
  }
  const owner = ownerOf(entity);
  const rule = fromHere.find(
    ({ owners }) => !owners || (owner !== undefined && owners.includes(owner)),
  );
  return rule
    ? { trusted: true, originLocation, rule }
    : untrusted(
        `agents from ${originLocation} count only for the owners that agentGovernance.trust names`,
      );
}

function untrusted(reason: string): AgentTrust {
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
