import { Entity } from '@backstage/catalog-model';
import {
  ContextFactValue,
  Fact,
  Facts,
  FreezeConditionValue,
  QuotedContextValue,
  StopFactValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { StoredDelegation } from '../store/DelegationStore';
import { History } from '../store/History';

/** Where the gatherer learns about freezes. Reads the database every time. */
export interface FreezeSource {
  /** What is frozen for this agent's action on this entity in this environment at `now`, less exceptions; as sure as the
   * calendars it is read from are at `knownAt`, where that is another moment. */
  inForce(options: {
    agentRef: string;
    actionId: string;
    target: Entity;
    environment: string;
    now: Date;
    knownAt?: Date;
  }): Promise<Fact<FreezeConditionValue>>;
}

/** Incidents, health and deployments over a target, each as sure as those who report it. */
export type ConditionsSeen = Pick<
  Facts['conditions'],
  'incident' | 'health' | 'deployInProgress'
>;

/** Where the gatherer learns what is going on around the target. Reads the database every time. */
export interface ConditionReader {
  /** What holds over the target in this environment at `now`. */
  over(options: {
    target: Entity;
    environment: string;
    /** Its own execution is no deployment in its way. */
    exceptRequestId?: string;
    now: Date;
  }): Promise<ConditionsSeen>;
}

/** Where the gatherer learns about stops. Reads the database every time, and nothing is kept. */
export interface StopSource {
  /** Stops in force over this agent, action or target, or what the target is part of. */
  inForce(options: {
    agentRef: string;
    actionId: string;
    target: Entity;
  }): Promise<StopFactValue[]>;
}

/** Where the gatherer learns about delegations. Reads the database every time. */
export interface DelegationSource {
  /** Whatever became of it. */
  get(id: string): Promise<StoredDelegation | undefined>;
}

/** Where the gatherer learns how good the target's context is. Reads the database every time. */
export interface ContextSource {
  /** The named fact types, each measured against its standard; one that does not exist is unknown. */
  measure(options: {
    target: Entity;
    factTypes: string[];
    now: Date;
  }): Promise<ContextFactValue[]>;
  /** How the snapshot the agent quoted compares with what holds now. */
  compareQuoted(options: {
    agentRef: string;
    target: Entity;
    snapshotId: string | undefined;
    now: Date;
    /** When it was quoted, if not now: a snapshot that expires later was quoted in time. */
    quotedAt?: Date;
  }): Promise<QuotedContextValue>;
}

/** Where the gatherer learns what the agent did before. Reads the database every time. */
export interface HistorySource {
  of(options: {
    agentRef: string;
    actionId: string;
    targetRef: string;
    runId?: string;
    exceptRequestId?: string;
    now: Date;
  }): Promise<History>;
}
