import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  Fact,
  Facts,
  JsonValue,
  TargetAgentsRule,
  known,
  knownNone,
  unknown,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { StandingAgent } from '@agentgov/backstage-plugin-agent-governance-node';
import { Fresh } from './FreshCache';
import { SourceAnswer } from './fromSource';
import { ownerOf, relatedRefs, systemOf } from './relations';
import { Surroundings } from './surroundingsOf';
import {
  Mark,
  agentsRuleOf,
  dataClassOf,
  highestOf,
  tierOf,
} from './entityMarks';

const CATALOG = 'catalog';

/** What the portal's configuration says about reading entities. */
export interface FactSettings {
  /** Highest first. */
  tiers: readonly string[];
  /** Whether an entity comes from a place whose word counts as a policy for itself. */
  isTrusted: (entity: Entity) => boolean;
}

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
    settings: FactSettings,
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
      domain: fromSurroundings(surroundings, s => s.targetDomain),
      tier: markFact(tierOf(target, settings.tiers), at),
      dataClass: markFact(dataClassOf(target), at),
      owners: fromSurroundings(surroundings, ({ owners }) =>
        owners.state === 'known' ? { ...owners, value: owners.refs } : owners,
      ),
      agents: markFact(agentsMark(target, settings), at),
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
  settings: FactSettings,
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
    sameDomain: fromSurroundings(surroundings, sameDomain),
    distance: fromSurroundings(surroundings, ({ distance }) =>
      distance.state === 'known'
        ? { ...distance, value: distance.hops }
        : distance,
    ),
    dependents: fromSurroundings(surroundings, ({ dependents }) =>
      dependents.state === 'known'
        ? { ...dependents, value: dependents.count }
        : dependents,
    ),
    highestTier: fromSurroundings(surroundings, ({ dependents }) =>
      dependents.state === 'known'
        ? highestOf(dependents.tiers, settings.tiers)
        : dependents,
    ),
  };
}

/** In no domain is in no common one; where one of the two is not known, neither is this. */
function sameDomain({
  targetDomain,
  agentDomain,
}: Surroundings): Mark<boolean> {
  const open = [targetDomain, agentDomain].find(
    ({ state }) => state === 'unknown',
  );
  return open?.state === 'unknown'
    ? open
    : {
        state: 'known',
        value:
          targetDomain.state === 'known' &&
          agentDomain.state === 'known' &&
          targetDomain.value === agentDomain.value,
      };
}

function agentsMark(
  target: Entity,
  { isTrusted }: FactSettings,
): Mark<TargetAgentsRule> {
  const mark = agentsRuleOf(target);
  return mark.state === 'known'
    ? {
        state: 'known',
        value: { rule: mark.value, trusted: isTrusted(target) },
      }
    : mark;
}

function fromSurroundings<T extends JsonValue>(
  surroundings: SourceAnswer<Fresh<Surroundings>>,
  pick: (surroundings: Surroundings) => Mark<T>,
): Fact<T> {
  const { value: fresh } = surroundings;
  return fresh
    ? markFact(pick(fresh.value), fresh.readAt.toISOString())
    : surroundings.toFact<T>(() => undefined);
}

function markFact<T extends JsonValue>(
  mark: Mark<T>,
  at: string | undefined,
): Fact<T> {
  switch (mark.state) {
    case 'known':
      return known(mark.value, CATALOG, at);
    case 'none':
      return knownNone(CATALOG, at);
    default:
      return unknown(CATALOG, mark.because);
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
