import {
  DeployConditionValue,
  HealthConditionValue,
  IncidentConditionValue,
} from './Condition';
import { EffectClass } from './EffectClass';
import { Fact } from './Fact';
import { FreezeConditionValue } from './FreezeCondition';
import { JsonObject, JsonValue } from './json';
import { AutonomyCeiling } from './AutonomyCeiling';

/** One fact type of the target's context, measured against its standard. @public */
export type ContextFactValue = {
  factType: string;
  /** `fresh` and `ageing` are good enough; the others are not. */
  freshness: ContextFreshness;
  /** SHA-256 (hex) of the canonical value; absent when there is no value. */
  digest?: string;
  /** The later of the source's observation and a valid sign-off, ISO 8601. */
  verifiedAt?: string;
  ageSeconds?: number;
  warnAfterSeconds?: number;
  errorAfterSeconds?: number;
  signedOffBy?: string;
  /** Who may sign it off, from its standard: `target-owner` or an entity ref; absent when nobody may. */
  signOffBy?: string;
};

/** @public */
export type ContextFreshness = 'fresh' | 'ageing' | 'stale' | 'unknown';

/** How the context the agent quoted compares with what holds now. @public */
export type QuotedContextValue = {
  result: 'matches' | 'mismatch' | 'expired' | 'none';
  snapshotId?: string;
  /** What changed since the agent looked; only with `mismatch`. */
  differences?: Array<{
    factType: string;
    quoted?: JsonValue;
    current?: JsonValue;
    source: string;
    changedAt?: string;
  }>;
};

/**
 * Everything a decision may look at, gathered once per evaluation.
 * Canonicalised and digested they are *sealed facts*; a decision can be replayed from them.
 *
 * The shape is public and versioned: policies are checked against it.
 *
 * @public
 */
export interface Facts {
  schemaVersion: 1;
  agent: {
    ref: Fact<string>;
    uid: Fact<string>;
    owner: Fact<string>;
    lifecycle: Fact<string>;
    autonomy: Fact<AutonomyCeiling>;
    operates: Fact<string[]>;
    model: Fact<string>;
  };
  action: {
    id: Fact<string>;
    definitionDigest: Fact<string>;
    effectClass: Fact<EffectClass>;
    mutates: Fact<boolean>;
    /** Whether an action is registered that undoes this one. */
    reversible: Fact<boolean>;
    /** Whether the action asks its caller to quote the context it acted on. */
    quotesContext: Fact<boolean>;
    tags: Fact<string[]>;
  };
  /** The validated arguments, defaults filled in. */
  input: Fact<JsonObject>;
  target: {
    ref: Fact<string>;
    uid: Fact<string>;
    etag: Fact<string>;
    kind: Fact<string>;
    type: Fact<string>;
    lifecycle: Fact<string>;
    owner: Fact<string>;
    system: Fact<string>;
    domain: Fact<string>;
    tags: Fact<string[]>;
    labels: Fact<JsonObject>;
    annotations: Fact<JsonObject>;
  };
  topology: {
    ownedByAgentOwner: Fact<boolean>;
    operates: Fact<boolean>;
    sameSystem: Fact<boolean>;
    sameDomain: Fact<boolean>;
    /** Hops over dependsOn and partOf between what the agent operates and the target. */
    distance: Fact<number>;
  };
  environment: {
    name: Fact<string>;
    owner: Fact<string>;
    rank: Fact<number>;
    production: Fact<boolean>;
  };
  conditions: {
    /** Freezes in force over this action on this target in this environment, less exceptions. */
    freeze: Fact<FreezeConditionValue>;
    /** Open incidents; unknown where no source reports any, and where one of them has gone quiet. */
    incident: Fact<IncidentConditionValue>;
    /** Health of the target in this environment; unknown where nobody says. */
    health: Fact<HealthConditionValue>;
    /** Deployments of the target to this environment that are under way. */
    deployInProgress: Fact<DeployConditionValue>;
  };
  context: {
    /** The fact types the action requires, each against its standard. */
    required: Fact<ContextFactValue[]>;
    /** Whether every required fact is fresh or ageing. */
    floorMet: Fact<boolean>;
    quoted: Fact<QuotedContextValue>;
  };
  /** Said by the agent about itself: a claim, never a bound in a grant. */
  run: { id: Fact<string> };
  history: {
    /** This agent's mutating requests that were executed or are on their way, by window. */
    mutationsLastHour: Fact<number>;
    mutationsLastDay: Fact<number>;
    /** How often this agent ran this action on this target to success. */
    sameActionOnTarget: Fact<number>;
    /** First time this agent asks for this action on this target. */
    novel: Fact<boolean>;
  };
  time: {
    /** The request clock, ISO 8601 in UTC. */
    now: Fact<string>;
  };
}
