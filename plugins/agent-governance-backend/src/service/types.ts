import {
  AgentSummary,
  ConditionReportResult,
  ConditionSourceSummary,
  ContextReportInput,
  ContextSignOff,
  ContextSnapshot,
  EntityConditions,
  Environment,
  LedgerEntryView,
  LedgerVerification,
  Outlook,
  Page,
  PageOptions,
  PullStopInput,
  ReleaseStopInput,
  SignOffInput,
  Stop,
  StopDetails,
  StopPreview,
  StopScope,
} from '@agentgov/backstage-plugin-agent-governance-common';

export type { ActionCallService } from './calls/ActionCallService';
export type { ActionRequestService } from './requests/ActionRequestService';
export type {
  DelegationCaller,
  DelegationService,
} from './delegations/DelegationService';
export type { CoverageService } from './coverage/CoverageService';
export type { FreezeService } from './freezes/FreezeService';
export type { IdentityService } from './identity/IdentityService';
export type { McpServerService } from './mcp/McpServerService';
export type { OrganizationService } from './organization/OrganizationService';
export type {
  PolicyInsightService,
  PolicyLatelyReader,
} from './policies/PolicyInsightService';
export type { PolicyService } from './policies/PolicyService';
export type { ReachService } from './reach/ReachService';
export type { ReplayService } from './replays/ReplayService';
export type { SimulationService } from './simulations/SimulationService';
import { Outbox } from '../store/Outbox';
import { Caller, PersonCaller, ServiceCaller } from './Caller';

/** About whom, and about how much, an outlook is asked for. */
export interface OutlookQuery {
  agent: string;
  action?: string;
  environment?: string;
}

/** What agents may do, before they ask. */
export interface OutlookService {
  /** @throws InputError for an action or environment that is none; NotFoundError for whoever may not see both. */
  get(
    targetRef: string,
    options: OutlookQuery & { caller: Caller },
  ): Promise<Outlook>;
}

/** Brakes people pull at once, and release together. Who may is decided here, by ownership. */
export interface StopService {
  list(
    query: PageOptions & { covering?: string; state?: Stop['state'] },
    options: { caller: Caller },
  ): Promise<Page<Stop>>;
  get(id: string, options: { caller: PersonCaller }): Promise<StopDetails>;
  preview(
    scope: StopScope,
    options: { caller: PersonCaller },
  ): Promise<StopPreview>;
  pull(input: PullStopInput, options: { caller: PersonCaller }): Promise<Stop>;
  release(
    id: string,
    input: ReleaseStopInput,
    options: { caller: PersonCaller },
  ): Promise<Stop>;
}

/** What is known about an entity, how good it is, and who vouches for it. */
export interface ContextService {
  /** Agents get a snapshot to quote; people the same without one. */
  get(entityRef: string, options: { caller: Caller }): Promise<ContextSnapshot>;
  report(
    input: ContextReportInput,
    options: { caller: ServiceCaller },
  ): Promise<{ accepted: number }>;
  signOff(
    entityRef: string,
    input: SignOffInput,
    options: { caller: PersonCaller },
  ): Promise<ContextSignOff>;
}

/** Something a system outside sent to say what is going on: the bytes as they came in, and nobody vouches for them. */
export interface ConditionDelivery {
  /** Id of the source it claims to be from. */
  source: string;
  header(name: string): string | undefined;
  bytes: Buffer;
}

/** The way in for systems that are no principals of the portal: each is known by a secret of its own. */
export interface ConditionIntake {
  /**
   * Takes in what a source sent, all of it or nothing, and returns once it is committed.
   *
   * @throws NotFoundError for a source that is not configured; AuthenticationError when it is not signed by it;
   *   ConflictError when this very delivery came in before; InputError naming what does not fit, or is from the
   *   future; ServiceUnavailableError when it should be sent again
   */
  receive(
    delivery: ConditionDelivery,
  ): Promise<{ results: ConditionReportResult[] }>;
  /**
   * Takes in the same from somebody inside the portal who is trusted to have made sure of it.
   *
   * @throws as `receive`, but for what is about signatures
   */
  hear(
    source: string,
    payload: unknown,
  ): Promise<{ results: ConditionReportResult[] }>;
}

/** What is going on around entities, and who says so. */
export interface ConditionService {
  /** @throws NotFoundError when the entity does not exist or the caller may not read it */
  get(
    query: { entity: string },
    options: { caller: Caller },
  ): Promise<EntityConditions>;
  /** @throws NotAllowedError for those who may not know the sources */
  listSources(options: { caller: Caller }): Promise<ConditionSourceSummary[]>;
}

/** Agents and environments as the portal knows them. */
export interface DirectoryService {
  listAgents(
    query: { operating?: string },
    options: { caller: Caller },
  ): Promise<AgentSummary[]>;
  listEnvironments(): Promise<Environment[]>;
}

/** The record, for reading and checking. */
export interface LedgerService {
  list(
    query: PageOptions & { stream?: string },
    options: { caller: Caller },
  ): Promise<Page<LedgerEntryView>>;
  verify(
    query: { stream?: string },
    options: { caller: Caller },
  ): Promise<LedgerVerification>;
}

/**
 * People and their standing, resolved through catalog relations each time, never from token claims.
 * People are exactly the `user:` entities that exist in the catalog.
 */
export interface PeopleDirectory {
  /** Every person that an owner ref (group, with its child groups, or user) stands for. */
  membersOf(ownerRef: string): Promise<string[]>;
  /**
   * Through what a person has standing for one of these refs: the ref itself, or a group inside it.
   * `undefined` when there is none or the person does not exist.
   *
   * @throws ServiceUnavailableError when the catalog cannot answer.
   */
  standing(
    personRef: string,
    ownerRefs: string[],
  ): Promise<{ ownerRef: string; via: string } | undefined>;
  /**
   * The person and every group they belong to, upwards through parent groups.
   * Empty when the person does not exist in the catalog.
   */
  refsOf(personRef: string): Promise<string[]>;
}

/** Which of these entities the caller may read, asked with the caller's own credentials. */
export interface EntityVisibility {
  readable(refs: string[], caller: Caller): Promise<Set<string>>;
}

/** Messages that transactions left to be sent after commit. */
export type OutboxQueue = Pick<Outbox, 'claimDue' | 'sent' | 'failed'>;
