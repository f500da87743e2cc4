import { Entity } from '@backstage/catalog-model';
import {
  Environment,
  Facts,
  deployCondition,
  freezeCondition,
  incidentCondition,
  known,
  knownNone,
  unknown,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { StandingAgent } from '@agentgov/backstage-plugin-agent-governance-node';
import { RegisteredAction } from '../actions/ActionRegistry';
import {
  FactSettings,
  agentFacts,
  targetFacts,
  topologyFacts,
} from './catalogFacts';
import { actionFacts, environmentFacts } from './configuredFacts';
import { Fresh } from './FreshCache';
import { SourceAnswer } from './fromSource';
import { Surroundings } from './surroundingsOf';

/** Where an action would take effect, as far as that is known before anybody asks. */
export interface ProspectPlace {
  target: Fresh<Entity>;
  environment: Environment;
  surroundings: SourceAnswer<Fresh<Surroundings>>;
}

const SOURCE = 'prospect';
const open = () => unknown<never>(SOURCE, 'Nothing was asked yet');

/** A group of facts of which nothing is known. */
function nothingOf<T extends object>(names: { [K in keyof T]: true }): T {
  return Object.fromEntries(
    Object.keys(names).map(name => [name, open()]),
  ) as T;
}

/** Neither target nor environment. */
const NOWHERE = {
  target: nothingOf<Facts['target']>({
    ref: true,
    uid: true,
    etag: true,
    kind: true,
    type: true,
    lifecycle: true,
    owner: true,
    system: true,
    domain: true,
    tier: true,
    dataClass: true,
    owners: true,
    agents: true,
    tags: true,
    labels: true,
    annotations: true,
  }),
  topology: nothingOf<Facts['topology']>({
    ownedByAgentOwner: true,
    operates: true,
    sameSystem: true,
    sameDomain: true,
    distance: true,
    dependents: true,
    highestTier: true,
  }),
  environment: nothingOf<Facts['environment']>({
    name: true,
    owner: true,
    rank: true,
    production: true,
  }),
};

/**
 * What is known of an action that nobody asked for: who would ask and, where they are fixed, target and environment.
 * Everything is quiet and every context good, so that what passes by itself stands in nobody's way; whatever a request
 * would say is unknown.
 */
export function prospectFacts(options: {
  agent: StandingAgent;
  action: RegisteredAction;
  /** Absent where the input would say it. */
  place?: ProspectPlace;
  settings: FactSettings;
  now: Date;
}): Facts {
  const { agent, action, place, settings, now } = options;
  const at = now.toISOString();
  return {
    schemaVersion: 1,
    agent: agentFacts(agent, at),
    action: actionFacts(action),
    subject: { ref: open(), groups: open(), delegation: open() },
    input: open(),
    ...placeFacts(agent, place, settings),
    conditions: {
      freeze: known(freezeCondition([]), SOURCE, at),
      incident: known(incidentCondition([]), SOURCE, at),
      health: open(),
      deployInProgress: known(deployCondition(), SOURCE, at),
      stops: known([], SOURCE, at),
    },
    context: {
      required: open(),
      floorMet: known(true, SOURCE, at),
      quoted: known({ result: 'matches' }, SOURCE, at),
    },
    run: nothingOf<Facts['run']>({
      id: true,
      step: true,
      startedAt: true,
      startedBy: true,
      mutations: true,
      failures: true,
      unknownOutcomes: true,
    }),
    history: nothingOf<Facts['history']>({
      mutations: true,
      sameActionOnTarget: true,
      sameActionOnKind: true,
      lastDenialAt: true,
      novel: true,
    }),
    reviews: knownNone(SOURCE, at),
    time: {
      now: known(at, SOURCE),
      weekday: open(),
      hour: open(),
      zone: open(),
    },
  };
}

function placeFacts(
  agent: StandingAgent,
  place: ProspectPlace | undefined,
  settings: FactSettings,
): Pick<Facts, 'target' | 'topology' | 'environment'> {
  if (!place) {
    return NOWHERE;
  }
  const { environment, surroundings, target } = place;
  return {
    target: targetFacts.of(
      target.value,
      target.readAt.toISOString(),
      surroundings,
      settings,
    ),
    topology: topologyFacts(agent.entity, target.value, surroundings, settings),
    environment: environmentFacts(environment),
  };
}
