import {
  AcceptMcpToolInput,
  ActionDescription,
  ActionRequest,
  ActionRequestState,
  ConditionSourceSummary,
  Coverage,
  ContextSignOff,
  ContextSnapshot,
  EntityConditions,
  Environment,
  Explanation,
  JsonObject,
  JsonValue,
  LedgerEntryView,
  LedgerVerification,
  McpServer,
  McpTool,
  McpToolDetail,
  McpToolState,
  Outlook,
  PullStopInput,
  ReleaseStopInput,
  Review,
  ReviewPresentation,
  ReviewVerdict,
  Stop,
  StopDetails,
  StopPreview,
  StopScope,
  Verdict,
} from '../model';
import { AgentsApi } from './AgentsApi';
import { DelegationsApi } from './DelegationsApi';
import { FreezesApi } from './FreezesApi';
import { OutcomesApi } from './OutcomesApi';
import { Page, PageOptions } from './Page';
import { OrganizationApi } from './OrganizationApi';
import { PoliciesApi } from './PoliciesApi';
import { PolicyInsightsApi } from './PolicyInsightsApi';
import { ReplaysApi } from './ReplaysApi';
import { SimulationsApi } from './SimulationsApi';

/** @public */
export interface CreateActionRequestInput {
  /** Id of a registered action. */
  action: string;
  /** Entity ref of the target. Left out, or the same, where the action derives it from its input. */
  target?: string;
  /** Name of a configured environment. Left out, or the same, where the action derives it. */
  environment?: string;
  input: JsonObject;
  purpose?: string;
  /**
   * Entity ref of the person this is done for, who must be in the catalog. That person is shown, and never counts as a
   * reviewer.
   */
  onBehalfOf?: string;
  /**
   * Id of a delegation that this agent was granted, is in force and is for this: the person who granted it is then the
   * one this is done for, and `onBehalfOf` may be left out.
   */
  delegation?: string;
  /** Id of the task this belongs to. */
  run?: string;
  /** Which step of the run this is, from 1. Only with `run`. */
  runStep?: number;
  /** When the run began, ISO 8601 with an offset, not in the future. Only with `run`. */
  runStartedAt?: string;
  /**
   * Entity ref of the person who started the run, who must be in the catalog; as the first request of the run said
   * when absent. That person never counts as a reviewer. Only with `run`.
   */
  runStartedBy?: string;
  /** Id of a context snapshot this agent fetched of this target. */
  contextSnapshot?: string;
}

/** What an agent asks for that waits on the line. @public */
export interface ActionCallInput extends CreateActionRequestInput {
  /** For actions that take them, beside the input; never stored. */
  secrets?: JsonObject;
}

/** What came of a call. @public */
export interface ActionCall {
  /** With its state: that it is denied, held, failed or unknown is an answer like any other. */
  request: ActionRequest;
  /** What the executor returned, when it ran and that is known here. */
  output?: JsonObject;
}

/** @public */
export interface ListActionRequestsOptions extends PageOptions {
  target?: string;
  agent?: string;
  action?: string;
  environment?: string;
  run?: string;
  state?: ActionRequestState[];
  verdict?: Verdict[];
  /** Only held requests that the person asking may review. */
  waitingForMe?: boolean;
  /** Newest first when absent. */
  order?: 'newest' | 'oldest';
}

/** @public */
export interface SubmitReviewInput {
  holdDecisionId: string;
  /** Digest of the presentation the reviewer looked at. */
  presentationDigest: string;
  verdict: ReviewVerdict;
  /** Required with `reject`. */
  comment?: string;
}

/** @public */
export interface ListMcpToolsOptions extends PageOptions {
  state?: McpToolState[];
  /** Part of the name or the title. */
  text?: string;
}

/** @public */
export interface SignOffInput {
  factType: string;
  /** Digest of the value the person looked at; another value is a 409. */
  digest: string;
  comment?: string;
}

/** @public */
export interface ContextReportInput {
  /** Id of a configured source the caller speaks for. */
  source: string;
  facts: Array<{
    /** Entity ref. */
    entity: string;
    factType: string;
    value: JsonValue;
    /** The source's clock, ISO 8601. */
    observedAt: string;
    /** Path, id or revision in the source. */
    revision?: string;
  }>;
}

/**
 * What the portal offers about agents, over HTTP. Used by the pages, by agents and by other backends.
 *
 * Every method throws a `ResponseError` (of `@backstage/errors`) when the portal answers with an error.
 *
 * @public
 */
export interface AgentGovernanceApi
  extends FreezesApi,
    DelegationsApi,
    OutcomesApi,
    AgentsApi,
    SimulationsApi,
    OrganizationApi,
    PoliciesApi,
    PolicyInsightsApi,
    ReplaysApi {
  // agents
  createActionRequest(
    input: CreateActionRequestInput,
    options: { idempotencyKey: string },
  ): Promise<ActionRequest>;
  /**
   * Asks and waits on the line: what is allowed is carried out before this resolves. Asking for the same again while it
   * is open joins it; one that was held and approved runs when it is called again. Never a second effect.
   */
  callAction(
    input: ActionCallInput,
    options?: { signal?: AbortSignal },
  ): Promise<ActionCall>;
  withdrawActionRequest(id: string): Promise<ActionRequest>;
  /** The actions the caller may ask for; people get all of them. */
  listActions(): Promise<ActionDescription[]>;

  // everybody, as far as they may see
  getActionRequest(
    id: string,
    options?: {
      /** Wait this long for a change of state, up to 60. */
      waitSeconds?: number;
      /** Answer at once when the revision is already past this one. */
      sinceRevision?: number;
      signal?: AbortSignal;
    },
  ): Promise<ActionRequest>;
  listActionRequests(
    options?: ListActionRequestsOptions,
  ): Promise<Page<ActionRequest>>;
  getContext(entityRef: string): Promise<ContextSnapshot>;
  /** What is going on around an entity, as decisions see it. */
  getConditions(entityRef: string): Promise<EntityConditions>;

  // people
  explainActionRequest(id: string): Promise<Explanation>;
  /**
   * What would be decided if this agent asked for something on this target now.
   *
   * With both `action` and `environment` one verdict, and what would turn it.
   */
  getOutlook(
    target: string,
    options: { agent: string; action?: string; environment?: string },
  ): Promise<Outlook>;
  getReviewPresentation(id: string): Promise<ReviewPresentation>;
  submitReview(id: string, input: SubmitReviewInput): Promise<Review>;
  signOffContext(
    entityRef: string,
    input: SignOffInput,
  ): Promise<ContextSignOff>;
  /** The MCP servers behind the gateway whose `API` the person may read, by id. */
  listMcpServers(): Promise<McpServer[]>;
  /** By name. */
  listMcpTools(
    serverId: string,
    options?: ListMcpToolsOptions,
  ): Promise<Page<McpTool>>;
  getMcpTool(serverId: string, tool: string): Promise<McpToolDetail>;
  /** Lets agents ask for a tool exactly as it was seen; for the owners of its server, and administrators. */
  acceptMcpTool(
    serverId: string,
    tool: string,
    input: AcceptMcpToolInput,
  ): Promise<McpToolDetail>;
  /** Who reports what is going on; for those with `agent-governance.condition-source.read`. */
  listConditionSources(): Promise<ConditionSourceSummary[]>;
  listStops(
    options?: PageOptions & {
      /** Stops felt at this entity: of it, of what it is part of, of agents that act on it, of actions, of everything. */
      covering?: string;
      state?: Stop['state'];
    },
  ): Promise<Page<Stop>>;
  getStop(id: string): Promise<StopDetails>;
  /** Whether the person asking may pull a stop, and what it would do now. */
  previewStop(scope: StopScope): Promise<StopPreview>;
  /** When this resolves, nothing in the scope starts any more. */
  pullStop(input: PullStopInput): Promise<Stop>;
  /** Agrees to the release of a stop; it is released once enough people have. */
  releaseStop(id: string, input: ReleaseStopInput): Promise<Stop>;
  listEnvironments(): Promise<Environment[]>;
  /** What of the portal is open to agents, and what governance does not see; for those who may read the whole record. */
  getCoverage(): Promise<Coverage>;
  listLedgerEntries(
    options?: PageOptions & { stream?: string },
  ): Promise<Page<LedgerEntryView>>;
  verifyLedger(options?: { stream?: string }): Promise<LedgerVerification>;

  // services
  reportContext(input: ContextReportInput): Promise<{ accepted: number }>;
}
