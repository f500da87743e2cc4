import {
  AgentEntity,
  AgentFederatedIdentity,
  AgentKey,
} from '@agentgov/backstage-plugin-agent-governance-common';

/**
 * Why an agent may not act now.
 *
 * - `not-an-agent`: the reference is none, or names something of another kind.
 * - `not-found`: the catalog knows no such agent.
 * - `not-active`: its lifecycle is retired, or unknown.
 * - `untrusted`: it comes from a place the portal does not trust with agents.
 * - `no-keys`: it has nothing to prove itself with, neither a key that may be used nor an identity at an
 *   issuer the portal believes.
 * - `key-gone`: it no longer has the key it was asked about.
 * - `identity-gone`: it no longer names the federated identity it was asked about, or its issuer is no longer believed.
 * - `could-not-check`: the catalog did not answer. Not a judgement on the agent; never a pass either.
 *
 * @public
 */
export type AgentStandingFailure =
  | 'not-an-agent'
  | 'not-found'
  | 'not-active'
  | 'untrusted'
  | 'no-keys'
  | 'key-gone'
  | 'identity-gone'
  | 'could-not-check';

/**
 * An agent that may act now.
 *
 * @public
 */
export type StandingAgent = {
  stands: true;
  /** The agent's full reference, lower case. */
  agentRef: string;
  entity: AgentEntity;
  /** Empty only if there are federated identities. */
  keys: AgentKey[];
  /** Who it says it is to issuers the portal believes. */
  federated: AgentFederatedIdentity[];
  /** Where the catalog says the agent comes from. */
  originLocation: string;
  /** How old the catalog's answer is, in milliseconds, counted from when it was asked for. */
  ageMs: number;
};

/**
 * An agent that may not act now, or of which that cannot be said.
 *
 * @public
 */
export type FallenAgent = {
  stands: false;
  /** The agent's full reference, lower case; as given if it is none. */
  agentRef: string;
  reason: AgentStandingFailure;
  /** For people and logs. Names nothing but the agent and its origin. */
  message: string;
  /** The entity, where there is one. */
  entity?: AgentEntity;
  /** How old the catalog's answer is, in milliseconds; undefined where there is none. */
  ageMs?: number;
};

/**
 * Whether an agent may act now.
 *
 * @public
 */
export type AgentStandingAnswer = StandingAgent | FallenAgent;
