import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  Fact,
  Facts,
  known,
  knownNone,
  unknown,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { StandingAgent } from '@agentgov/backstage-plugin-agent-governance-node';
import { Fresh } from './FreshCache';
import { SourceAnswer } from './fromSource';
import { ownerOf, relatedRefs, systemOf } from './relations';
import { Surroundings } from './walkTopology';

const CATALOG = 'catalog';

/** What the catalog says about the agent. */
export function agentFacts(agent: StandingAgent, at: string): Facts['agent'] {
  const { entity } = agent;
  return {
    ref: known(agent.agentRef, CATALOG, at),
    uid: required(entity.metadata.uid, 'The agent has no uid', at),
    owner: required(ownerOf(entity), 'The agent has no single owner', at),
    lifecycle: known(entity.spec.lifecycle, CATALOG, at),
    autonomy: known(entity.spec.autonomy, CATALOG, at),
    operates: known(relatedRefs(entity, 'operates'), CATALOG, at),
    model: optional(entity.spec.model, at),
    tags: known([...(entity.metadata.tags ?? [])], CATALOG, at),
  };
}

/** What the catalog says about the target. */
export const targetFacts = {
  refOf: (target: Entity) => stringifyEntityRef(target),

  of(
    target: Entity,
    at: string,
    surroundings: SourceAnswer<Fresh<Surroundings>>,
  ): Facts['target'] {
    const spec = (target.spec ?? {}) as { type?: string; lifecycle?: string };
    return {
      ref: known(stringifyEntityRef(target), CATALOG, at),
      uid: required(target.metadata.uid, 'The target has no uid', at),
      etag: required(target.metadata.etag, 'The target has no etag', at),
      kind: known(target.kind.toLocaleLowerCase('en-US'), CATALOG, at),
      type: optional(spec.type, at),
      lifecycle: optional(spec.lifecycle, at),
      owner: required(ownerOf(target), 'The target has no single owner', at),
      system: optional(systemOf(target), at),
      domain: surroundings.toFact(s => s.value.targetDomain, at),
      tier: unknown(CATALOG, 'This portal does not gather it yet'),
      dataClass: unknown(CATALOG, 'This portal does not gather it yet'),
      owners: unknown(CATALOG, 'This portal does not gather it yet'),
      agents: unknown(CATALOG, 'This portal does not gather it yet'),
      tags: known([...(target.metadata.tags ?? [])], CATALOG, at),
      labels: known({ ...target.metadata.labels }, CATALOG, at),
      annotations: known({ ...target.metadata.annotations }, CATALOG, at),
    };
  },
};

/**
 * How agent and target lie to each other.
 *
 * Distance and `operates` are claims of whoever wrote them: in grants they count only together
 * with ownership.
 */
export function topologyFacts(
  agent: Entity,
  target: Entity,
  surroundings: SourceAnswer<Fresh<Surroundings>>,
): Facts['topology'] {
  const at = surroundings.value?.readAt.toISOString();
  const agentOwner = ownerOf(agent);
  const targetOwner = ownerOf(target);
  const targetRef = stringifyEntityRef(target);
  const targetSystem =
    target.kind.toLocaleLowerCase('en-US') === 'system'
      ? targetRef
      : systemOf(target);
  return {
    ownedByAgentOwner:
      agentOwner && targetOwner
        ? known(agentOwner === targetOwner, CATALOG, at)
        : unknown(CATALOG, 'The agent or the target has no single owner'),
    operates: known(
      relatedRefs(agent, 'operates').includes(targetRef),
      CATALOG,
      at,
    ),
    sameSystem: known(
      targetSystem !== undefined && systemOf(agent) === targetSystem,
      CATALOG,
      at,
    ),
    sameDomain: surroundings.toFact(
      s =>
        s.value.targetDomain !== undefined &&
        s.value.targetDomain === s.value.agentDomain,
      at,
    ),
    distance: distanceFact(surroundings, at),
    dependents: unknown(CATALOG, 'This portal does not gather it yet'),
    highestTier: unknown(CATALOG, 'This portal does not gather it yet'),
  };
}

function distanceFact(
  surroundings: SourceAnswer<Fresh<Surroundings>>,
  at: string | undefined,
): Fact<number> {
  const distance = surroundings.value?.value.distance;
  switch (distance?.state) {
    case 'known':
      return known(distance.hops, CATALOG, at);
    case 'none':
      return knownNone(CATALOG, at);
    default:
      return unknown(CATALOG, distance?.because ?? 'catalog did not answer');
  }
}

function required(
  value: string | undefined,
  note: string,
  at: string,
): Fact<string> {
  return value === undefined
    ? unknown(CATALOG, note)
    : known(value, CATALOG, at);
}

function optional(value: string | undefined, at: string): Fact<string> {
  return value === undefined
    ? knownNone(CATALOG, at)
    : known(value, CATALOG, at);
}
