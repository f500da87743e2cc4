import {
  ActionDescription,
  ActionRequest,
  ConditionSourceSummary,
  ContextSignOff,
  ContextSnapshot,
  EntityConditions,
  Environment,
  Explanation,
  LedgerEntryView,
  LedgerVerification,
  Outlook,
  PullStopInput,
  ReleaseStopInput,
  Review,
  ReviewPresentation,
  Stop,
  StopDetails,
  StopPreview,
  StopScope,
} from '../model';
import {
  AgentGovernanceApi,
  ContextReportInput,
  ActionCall,
  ActionCallInput,
  CreateActionRequestInput,
  ListActionRequestsOptions,
  SignOffInput,
  SubmitReviewInput,
} from './AgentGovernanceApi';
import { entityPath } from './entityPath';
import { Page, PageOptions } from './Page';
import {
  AgentGovernanceClientOptions,
  PortalRequests,
  RequestOptions,
} from './PortalRequests';
import { ReplaysClient } from './ReplaysClient';

/** {@link AgentGovernanceApi} over HTTP. @public */
export class AgentGovernanceClient
  extends ReplaysClient
  implements AgentGovernanceApi
{
  readonly #portal: PortalRequests;

  constructor(options: AgentGovernanceClientOptions) {
    const portal = new PortalRequests(options);
    super(portal);
    this.#portal = portal;
  }

  createActionRequest(
    input: CreateActionRequestInput,
    options: { idempotencyKey: string },
  ): Promise<ActionRequest> {
    return this.#request('POST', '/v1/action-requests', {
      body: input,
      headers: { 'Idempotency-Key': options.idempotencyKey },
    });
  }

  callAction(
    input: ActionCallInput,
    options: { signal?: AbortSignal } = {},
  ): Promise<ActionCall> {
    return this.#request('POST', '/v1/action-calls', {
      body: input,
      signal: options.signal,
    });
  }

  withdrawActionRequest(id: string): Promise<ActionRequest> {
    return this.#request('POST', `${actionRequestPath(id)}/withdraw`);
  }

  async listActions(): Promise<ActionDescription[]> {
    return this.#items('/v1/actions');
  }

  getActionRequest(
    id: string,
    options: {
      waitSeconds?: number;
      sinceRevision?: number;
      signal?: AbortSignal;
    } = {},
  ): Promise<ActionRequest> {
    const { signal, ...query } = options;
    return this.#request('GET', actionRequestPath(id), { query, signal });
  }

  listActionRequests(
    options: ListActionRequestsOptions = {},
  ): Promise<Page<ActionRequest>> {
    return this.#request('GET', '/v1/action-requests', {
      query: { ...options },
    });
  }

  getContext(entityRef: string): Promise<ContextSnapshot> {
    return this.#request('GET', entityPath('context', entityRef));
  }

  getOutlook(
    target: string,
    options: { agent: string; action?: string; environment?: string },
  ): Promise<Outlook> {
    return this.#request('GET', entityPath('outlooks', target), {
      query: { ...options },
    });
  }

  explainActionRequest(id: string): Promise<Explanation> {
    return this.#request('GET', `${actionRequestPath(id)}/explanation`);
  }

  getReviewPresentation(id: string): Promise<ReviewPresentation> {
    return this.#request('GET', `${actionRequestPath(id)}/review-view`);
  }

  submitReview(id: string, input: SubmitReviewInput): Promise<Review> {
    return this.#request('POST', `${actionRequestPath(id)}/reviews`, {
      body: input,
    });
  }

  signOffContext(
    entityRef: string,
    input: SignOffInput,
  ): Promise<ContextSignOff> {
    return this.#request(
      'POST',
      `${entityPath('context', entityRef)}/sign-offs`,
      {
        body: input,
      },
    );
  }

  getConditions(entityRef: string): Promise<EntityConditions> {
    return this.#request('GET', '/v1/conditions', {
      query: { entity: entityRef },
    });
  }

  async listConditionSources(): Promise<ConditionSourceSummary[]> {
    return this.#items('/v1/condition-sources');
  }

  listStops(
    options: PageOptions & { covering?: string; state?: Stop['state'] } = {},
  ): Promise<Page<Stop>> {
    return this.#request('GET', '/v1/stops', { query: { ...options } });
  }

  getStop(id: string): Promise<StopDetails> {
    return this.#request('GET', `/v1/stops/${encodeURIComponent(id)}`);
  }

  previewStop(scope: StopScope): Promise<StopPreview> {
    return this.#request('GET', '/v1/stops/preview', { query: { ...scope } });
  }

  pullStop(input: PullStopInput): Promise<Stop> {
    return this.#request('POST', '/v1/stops', { body: input });
  }

  releaseStop(id: string, input: ReleaseStopInput): Promise<Stop> {
    return this.#request(
      'POST',
      `/v1/stops/${encodeURIComponent(id)}/release`,
      { body: input },
    );
  }

  async listEnvironments(): Promise<Environment[]> {
    return this.#items('/v1/environments');
  }

  listLedgerEntries(
    options: PageOptions & { stream?: string } = {},
  ): Promise<Page<LedgerEntryView>> {
    return this.#request('GET', '/v1/ledger/entries', {
      query: { ...options },
    });
  }

  verifyLedger(options: { stream?: string } = {}): Promise<LedgerVerification> {
    return this.#request('GET', '/v1/ledger/verification', {
      query: { ...options },
    });
  }

  reportContext(input: ContextReportInput): Promise<{ accepted: number }> {
    return this.#request('POST', '/v1/context-reports', { body: input });
  }

  #items<T>(path: string, query?: RequestOptions['query']): Promise<T[]> {
    return this.#portal.items(path, query);
  }

  #request<T>(
    method: 'GET' | 'POST',
    path: string,
    options?: RequestOptions,
  ): Promise<T> {
    return this.#portal.request(method, path, options);
  }
}

function actionRequestPath(id: string): string {
  return `/v1/action-requests/${encodeURIComponent(id)}`;
}
