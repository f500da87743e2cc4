import { KeyObject, generateKeyPairSync } from 'node:crypto';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { DATA_CLASS_ANNOTATION } from '@agentgov/backstage-plugin-agent-governance-common';

/** Where the entities say they come from; the one place trusted with agents. */
export const WORLD_LOCATION = 'bench:world';

/** The person the stock checks are made for: in the first team. */
export const PERSON = 'user:default/ann';

const TEAMS = 5;
const TARGETS_PER_TEAM = 12;
/** Of each team; agents beyond them are used once only, so that nothing is known of them. */
const REGULARS_PER_TEAM = 4;
/** Components each agent operates; the way to its other targets has to be walked. */
const OPERATED = 3;

/** Above the teams that only have policies here. */
const COMPANY = 'company';

/** An agent asking about a target that its own team owns. */
export interface Pair {
  agentRef: string;
  targetRef: string;
}

/** A company to measure in: plain data, but for the agents' private keys. */
export interface World {
  entities: Entity[];
  keys: Map<string, KeyObject>;
  /** 20 agents × 12 targets, in an order in which neither repeats soon. */
  regulars: Pair[];
  /** One for each agent that never asked before. */
  strangers: Pair[];
  /** One for each team: an agent, and a target with restricted data that it does not operate. */
  vaults: Pair[];
}

/**
 * @param options - `strangers`: how many agents are kept for being asked about once; `otherTeams`: names of teams that
 *   have nothing here
 */
export function createWorld(options: {
  strangers: number;
  otherTeams?: string[];
}): World {
  const { otherTeams = [] } = options;
  const keys = new Map<string, KeyObject>();
  const teams = upTo(TEAMS);
  const targetsOf = (team: number) =>
    upTo(TARGETS_PER_TEAM).map(n => `component:default/service-${team}-${n}`);
  const agent = (name: string, team: number): Entity => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    keys.set(`agent:default/${name}`, privateKey);
    return entity('agent-governance.io/v1alpha1', 'Agent', name, {
      type: 'deployer',
      lifecycle: 'production',
      owner: `group:default/team-${team}`,
      autonomy: 'autonomous',
      operates: targetsOf(team).slice(0, OPERATED),
      identity: { keys: [publicKey.export({ format: 'jwk' }) as JsonObject] },
    });
  };
  const regularName = (team: number, n: number) => `regular-${team}-${n}`;
  const strangers = upTo(options.strangers).map(n => ({
    name: `stranger-${n}`,
    team: n % TEAMS,
    target: Math.floor(n / TEAMS) % TARGETS_PER_TEAM,
  }));
  return {
    keys,
    entities: [
      ...teams.flatMap(team => createTeam(team)),
      ...(otherTeams.length > 0 ? createOtherTeams(otherTeams) : []),
      stock('User', PERSON.split('/')[1], { memberOf: ['team-0'] }),
      ...teams.flatMap(team =>
        upTo(REGULARS_PER_TEAM).map(n => agent(regularName(team, n), team)),
      ),
      ...strangers.map(({ name, team }) => agent(name, team)),
    ],
    regulars: upTo(TARGETS_PER_TEAM).flatMap(target =>
      upTo(REGULARS_PER_TEAM).flatMap(n =>
        teams.map(team => ({
          agentRef: `agent:default/${regularName(team, n)}`,
          targetRef: targetsOf(team)[target],
        })),
      ),
    ),
    strangers: strangers.map(({ name, team, target }) => ({
      agentRef: `agent:default/${name}`,
      targetRef: targetsOf(team)[target],
    })),
    vaults: teams.map(team => ({
      agentRef: `agent:default/${regularName(team, 0)}`,
      targetRef: `component:default/vault-${team}`,
    })),
  };
}

/** The team of each target that is asked about, by its name. */
export function teamsOfWorld(): string[] {
  return upTo(TEAMS).map(team => `team-${team}`);
}

function createOtherTeams(names: string[]): Entity[] {
  return [COMPANY, ...names].map(name =>
    stock('Group', name, {
      type: 'team',
      children: [],
      ...(name !== COMPANY && { parent: COMPANY }),
    }),
  );
}

/** A team, its system, and services that depend on their neighbours. */
function createTeam(team: number): Entity[] {
  const name = (n: number) => `service-${team}-${n % TARGETS_PER_TEAM}`;
  return [
    stock('Group', `team-${team}`, { type: 'team', children: [] }),
    stock('System', `system-${team}`, { owner: `team-${team}` }),
    ...upTo(TARGETS_PER_TEAM).map(n =>
      stock(
        'Component',
        name(n),
        {
          type: 'service',
          lifecycle: 'production',
          owner: `team-${team}`,
          system: `system-${team}`,
          dependsOn: [`component:${name(n + 1)}`, `component:${name(n + 4)}`],
        },
        { [DATA_CLASS_ANNOTATION]: 'internal' },
      ),
    ),
    stock(
      'Component',
      `vault-${team}`,
      { type: 'service', lifecycle: 'production', owner: `team-${team}` },
      { [DATA_CLASS_ANNOTATION]: 'restricted' },
    ),
  ];
}

function stock(
  kind: string,
  name: string,
  spec: JsonObject,
  annotations: Record<string, string> = {},
): Entity {
  return entity('backstage.io/v1alpha1', kind, name, spec, annotations);
}

function entity(
  apiVersion: string,
  kind: string,
  name: string,
  spec: JsonObject,
  annotations: Record<string, string> = {},
): Entity {
  return fromWorld({
    apiVersion,
    kind,
    metadata: { name, annotations },
    spec,
  });
}

/** An entity that comes from where agents and policies are trusted. */
export function fromWorld(given: Entity): Entity {
  const { metadata } = given;
  return {
    ...given,
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        'backstage.io/managed-by-location': WORLD_LOCATION,
        'backstage.io/managed-by-origin-location': WORLD_LOCATION,
      },
    },
  };
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}
