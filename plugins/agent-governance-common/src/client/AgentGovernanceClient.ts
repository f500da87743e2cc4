import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { AGENT_POLICY_KIND } from '../agentPolicy';
import {
  ActionDescription,
  ActionRequest,
  AgentSummary,
  ContextSignOff,
  ContextSnapshot,
  Environment,
  Explanation,
  Freeze,
  FreezeScope,
  LedgerEntryView,
  LedgerVerification,
  Outlook,
  PolicyDetail,
  PolicySummary,
  Review,
  ReviewPresentation,
} from '../model';
import {
  AgentGovernanceApi,
  ConfirmPolicyInput,
  ContextReportInput,
  CreateActionRequestInput,
  CreateFreezeInput,
  ListActionRequestsOptions,
  ListPoliciesOptions,
  Page,
  PageOptions,
  PolicyPage,
  SignOffInput,
  SubmitReviewInput,
} from './AgentGovernanceApi';

/**
 * Where the portal is, and how to reach it: by the host's discovery and fetch,
 * or by the plugin's base URL when there is no host.
 *
 * @public
 */
export type AgentGovernanceClientOptions =
  | {
      discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
      fetchApi: { fetch: typeof fetch };
    }
  | {
      /** For example `https://portal.example.com/api/agent-governance`. */
      baseUrl: string;
      /** Adds whatever authenticates the caller; the global `fetch` when absent. */
      fetch?: typeof fetch;
    };

type QueryValue = string | number | boolean | string[] | undefined;

interface RequestOptions {
  query?: Record<string, QueryValue>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** {@link AgentGovernanceApi} over HTTP. @public */
export class AgentGovernanceClient implements AgentGovernanceApi {
  readonly #getBaseUrl: () => Promise<string>;
  readonly #fetch: typeof fetch;

  constructor(options: AgentGovernanceClientOptions) {
    if ('baseUrl' in options) {
      const baseUrl = options.baseUrl.replace(/\/+$/, '');
      this.#getBaseUrl = async () => baseUrl;
      this.#fetch =
        options.fetch ?? ((input, init) => globalThis.fetch(input, init));
    } else {
      const { discoveryApi, fetchApi } = options;
      this.#getBaseUrl = () => discoveryApi.getBaseUrl('agent-governance');
      this.#fetch = (input, init) => fetchApi.fetch(input, init);
    }
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

  listFreezes(
    options: PageOptions & {
      covering?: string;
      state?: Array<Freeze['state']>;
    } = {},
  ): Promise<Page<Freeze>> {
    return this.#request('GET', '/v1/freezes', { query: { ...options } });
  }

  mayFreeze(
    scope: FreezeScope,
  ): Promise<{ allowed: boolean; because: string }> {
    return this.#request('GET', '/v1/freezes/permission', {
      query: { ...scope },
    });
  }

  createFreeze(input: CreateFreezeInput): Promise<Freeze> {
    return this.#request('POST', '/v1/freezes', { body: input });
  }

  endFreeze(
    id: string,
    input: { revision: number; comment?: string },
  ): Promise<Freeze> {
    return this.#request('POST', `/v1/freezes/${encodeURIComponent(id)}/end`, {
      body: input,
    });
  }

  listPolicies(options: ListPoliciesOptions = {}): Promise<PolicyPage> {
    return this.#request('GET', '/v1/policies', { query: { ...options } });
  }

  getPolicy(policyRef: string): Promise<PolicyDetail> {
    return this.#request('GET', policyPath(policyRef));
  }

  confirmPolicy(
    policyRef: string,
    input: ConfirmPolicyInput,
  ): Promise<PolicySummary> {
    return this.#request('POST', `${policyPath(policyRef)}/confirm`, {
      body: input,
    });
  }

  async listAgents(
    options: { operating?: string } = {},
  ): Promise<AgentSummary[]> {
    return this.#items('/v1/agents', { ...options });
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

  async #items<T>(
    path: string,
    query?: Record<string, QueryValue>,
  ): Promise<T[]> {
    const { items } = await this.#request<{ items: T[] }>('GET', path, {
      query,
    });
    return items;
  }

  async #request<T>(
    method: 'GET' | 'POST',
    path: string,
    options: RequestOptions = {},
  ): Promise<T> {
    const { query, body, headers, signal } = options;
    const url = `${await this.#getBaseUrl()}${path}${toSearch(query)}`;
    const response = await this.#fetch(url, {
      method,
      headers: {
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
  }
}

function actionRequestPath(id: string): string {
  return `/v1/action-requests/${encodeURIComponent(id)}`;
}

function entityPath(collection: string, entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/v1/${collection}/${[kind.toLocaleLowerCase('en-US'), namespace, name]
    .map(encodeURIComponent)
    .join('/')}`;
}

function policyPath(policyRef: string): string {
  const { namespace, name } = parseEntityRef(policyRef, {
    defaultKind: AGENT_POLICY_KIND,
  });
  return `/v1/policies/${[namespace, name].map(encodeURIComponent).join('/')}`;
}

function toSearch(query: Record<string, QueryValue> = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const single of Array.isArray(value) ? value : [value]) {
      if (single !== undefined) {
        params.append(name, String(single));
      }
    }
  }
  const search = params.toString();
  return search && `?${search}`;
}
