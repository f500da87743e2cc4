import {
  DeployConditionValue,
  HealthConditionValue,
  IncidentConditionValue,
} from './Condition';
import { DelegationFactValue } from './Delegation';
import { EffectClass } from './EffectClass';
import { Fact } from './Fact';
import { FreezeConditionValue } from './FreezeCondition';
import { JsonObject, JsonValue } from './json';
import { AutonomyCeiling } from './AutonomyCeiling';
import { StopFactValue } from './Stop';

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
 * What a target's entity says about agents in short, in the annotation `agent-governance.io/agents`.
 *
 * @public
 */
export type TargetAgentsRule = {
  rule: 'forbidden' | 'supervised' | 'allowed';
  /** Whether the entity comes from a place whose word counts as a policy; `allowed` means nothing without. */
  trusted: boolean;
};

/** Names of `time.weekday`, from the first day of the ISO week. @public */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** The approvals that a request has when it is decided again. @public */
export type ReviewsFactValue = {
  /** The hold they were given under. */
  holdDecisionId: string;
  /** Those whose authors have standing now, each person once. */
  approvals: Array<{
    id: string;
    reviewerRef: string;
    /** Those of the hold's groups and people that the author is, or belongs to. */
    standingRefs: string[];
  }>;
};

/** How many mutating requests of an agent were executed, or are on their way. @public */
export type MutationCounts = { lastHour: number; lastDay: number };

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
    tags: Fact<string[]>;
  };
  /** On whose behalf the agent acts: without a delegation a claim of its own, never the ground of a grant. */
  subject: {
    /** A person's full entity ref; known to be none when the agent acts for nobody. */
    ref: Fact<string>;
    /** Every group that person is in, and every group above those. */
    groups: Fact<string[]>;
    /**
     * The delegation the agent quotes, in force and by that person to this agent: then `ref` is proven. Known to be
     * none when it quotes none; unknown when the one it quotes is no longer in force.
     */
    delegation: Fact<DelegationFactValue>;
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
    /** Whether the action is given secrets beside its input. They are never stored, so it cannot wait for a person. */
    takesSecrets: Fact<boolean>;
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
    /** How much depends on it, in the portal's own words (`agentGovernance.tiers`). */
    tier: Fact<string>;
    /** How sensitive what it holds is. */
    dataClass: Fact<string>;
    /** Its owner and, where that is a group, every group above it: who has authority over it. */
    owners: Fact<string[]>;
    /** What its entity says about agents in short; known to be none where it says nothing. */
    agents: Fact<TargetAgentsRule>;
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
    /** How many entities depend on the target, directly or through others. */
    dependents: Fact<number>;
    /** The highest tier among them; known to be none where none of them has one. */
    highestTier: Fact<string>;
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
    /** Stops in force over this agent, action or target; empty when there are none. */
    stops: Fact<StopFactValue[]>;
  };
  context: {
    /** The fact types the action requires, each against its standard. */
    required: Fact<ContextFactValue[]>;
    /** Whether every required fact is fresh or ageing. */
    floorMet: Fact<boolean>;
    quoted: Fact<QuotedContextValue>;
  };
  /**
   * The agent's task this belongs to. Which one it is, is said by the agent: a claim, never a bound in a grant.
   * Everything is known to be none where it names no run.
   */
  run: {
    id: Fact<string>;
    /** Which step of the run this is, from 1, as the agent states it. */
    step: Fact<number>;
    /** ISO 8601: the earlier of what the agent states and our first request of the run. */
    startedAt: Fact<string>;
    /** The person who started it, as the agent states it: never counted as a reviewer. */
    startedBy: Fact<string>;
    /** This agent's mutating requests of this run that were executed or are on their way, besides this one. */
    mutations: Fact<number>;
    /** Those of the run that failed. */
    failures: Fact<number>;
    /** Those of the run of which nobody knows whether they happened. */
    unknownOutcomes: Fact<number>;
  };
  /** Counts of our own, over this agent's requests besides this one. */
  history: {
    /** Mutating requests that were executed or are on their way, by when they were asked. */
    mutations: Fact<MutationCounts>;
    /** How often this agent ran this action on this target to success. */
    sameActionOnTarget: Fact<number>;
    /** How often it ran this action to success on any target of this kind, counted up to 1000. */
    sameActionOnKind: Fact<number>;
    /** ISO 8601: when the latest request of this agent that was denied was denied. */
    lastDenialAt: Fact<string>;
    /** First time this agent asks for this action on this target. */
    novel: Fact<boolean>;
  };
  /**
   * The approvals that count when a request is decided again after a hold; known to be none on a proposal, and where
   * nothing held it. To loosen a verdict over them is a policy's own choice: a checkpoint needs none.
   */
  reviews: Fact<ReviewsFactValue>;
  time: {
    /** The request clock, ISO 8601 in UTC. */
    now: Fact<string>;
    /** `monday` to `sunday`, in `zone`. */
    weekday: Fact<string>;
    /** 0 to 23, in `zone`. */
    hour: Fact<number>;
    /** The portal's time zone, an IANA name (`agentGovernance.timeZone`). */
    zone: Fact<string>;
  };
}
