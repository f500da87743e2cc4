import {
  ActionDescription,
  ActionRequest,
  CreateActionRequestInput,
  Explanation,
  ListActionRequestsOptions,
  Page,
  ReconcileInput,
  ReportOutcomeInput,
  Review,
  ReviewPresentation,
  SubmitReviewInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { AgentCaller, Caller, PersonCaller } from '../Caller';
import { fillPage } from './fillPage';
import { findRequest, noSuchRequest } from './noSuchRequest';
import { ActionRequestService } from '../types';
import { CallerView, SeenAs, ViewSources } from '../visibility/CallerView';
import { entityRefsIn } from '../visibility/entityRefsIn';
import { hideName, hideTarget } from '../visibility/hideTarget';

/** To whom the target is hidden, what came of it is not theirs to say. */
const NOT_WITHOUT_TARGET: Explanation['mayReconcile'] = {
  allowed: false,
  because: 'Only who may read its target may say what came of it',
};

/**
 * Shows everybody what they may see of action requests, and nobody that there is more (invariant 14).
 *
 * @remarks
 *
 * Agents see their own requests. People and services see those whose target and agent they may read in the catalog,
 * with other entities masked. Owners of an agent see its requests with hidden targets masked. Auditors see everything,
 * read-only, and it is noted that they did. To all others a request looks as if it did not exist.
 */
export class AuthorizedActionRequestService implements ActionRequestService {
  readonly #inner: ActionRequestService;
  readonly #sources: ViewSources;

  static create(options: {
    actionRequests: ActionRequestService;
    sources: ViewSources;
  }) {
    return new AuthorizedActionRequestService(options);
  }

  private constructor(options: {
    actionRequests: ActionRequestService;
    sources: ViewSources;
  }) {
    this.#inner = options.actionRequests;
    this.#sources = options.sources;
  }

  async create(
    input: CreateActionRequestInput,
    options: { caller: AgentCaller; idempotencyKey: string },
  ): Promise<ActionRequest> {
    return this.#inner.create(input, options);
  }

  async get(
    id: string,
    options: {
      caller: Caller;
      waitSeconds?: number;
      sinceRevision?: number;
      signal?: AbortSignal;
    },
  ): Promise<ActionRequest> {
    const { caller } = options;
    const { view, seenAs, request } = await this.#see(id, caller, 'get');
    if (!options.waitSeconds) {
      return showAs(request, { view, seenAs });
    }
    await this.#inner.get(id, options);
    // What they may see can change while they wait.
    const later = await this.#see(id, caller, 'get');
    return showAs(later.request, later);
  }

  async list(
    query: ListActionRequestsOptions,
    options: { caller: Caller },
  ): Promise<Page<ActionRequest>> {
    const { caller } = options;
    if (caller.kind === 'agent') {
      return this.#inner.list({ ...query, agent: caller.ref }, options);
    }
    const view = this.#viewOf(caller, 'list');
    return fillPage({
      query,
      read: part => this.#inner.list(part, options),
      show: async requests => {
        const seen = await view.see(requests);
        await view.learn(
          entityRefsIn(requests.filter(({ id }) => seen.has(id))),
        );
        return Promise.all(
          requests.map(request => {
            const seenAs = seen.get(request.id);
            return seenAs && showAs(request, { view, seenAs });
          }),
        );
      },
    });
  }

  async withdraw(
    id: string,
    options: { caller: AgentCaller },
  ): Promise<ActionRequest> {
    await this.#see(id, options.caller, 'withdraw');
    return this.#inner.withdraw(id, options);
  }

  async explain(id: string, options: { caller: Caller }): Promise<Explanation> {
    const { view, seenAs, request } = await this.#see(
      id,
      options.caller,
      'explain',
    );
    const explanation = await this.#inner.explain(id, options);
    switch (seenAs) {
      case 'auditor':
        return explanation;
      case 'owner':
        return hideName(
          await view.mask(
            hideTarget({ ...explanation, mayReconcile: NOT_WITHOUT_TARGET }),
          ),
          request.targetRef,
        );
      default:
        return view.mask(explanation);
    }
  }

  async present(
    id: string,
    options: { caller: PersonCaller },
  ): Promise<ReviewPresentation> {
    const view = await this.#seeAsReader(id, options.caller, 'present');
    return this.#inner.present(id, {
      ...options,
      redact: content => view.mask(content),
    });
  }

  async review(
    id: string,
    input: SubmitReviewInput,
    options: { caller: PersonCaller },
  ): Promise<Review> {
    await this.#seeAsReader(id, options.caller, 'review');
    return this.#inner.review(id, input, options);
  }

  async report(
    id: string,
    input: ReportOutcomeInput,
    options: { caller: AgentCaller },
  ): Promise<ActionRequest> {
    await this.#see(id, options.caller, 'report');
    return this.#inner.report(id, input, options);
  }

  /** An auditor may, with standing: of a target that is gone from the catalog nobody else sees anything. */
  async reconcile(
    id: string,
    input: ReconcileInput,
    options: { caller: PersonCaller },
  ): Promise<ActionRequest> {
    const { view, seenAs } = await this.#see(id, options.caller, 'reconcile');
    if (seenAs === 'owner') {
      throw noSuchRequest(id);
    }
    const request = await this.#inner.reconcile(id, input, options);
    return showAs(request, { view, seenAs });
  }

  async listActions(options: { caller: Caller }): Promise<ActionDescription[]> {
    return this.#inner.listActions(options);
  }

  /** Reviewing is for those who may read what it is about; an auditor's or an owner's view is read-only. */
  async #seeAsReader(
    id: string,
    caller: Caller,
    operation: string,
  ): Promise<CallerView> {
    const { view, seenAs } = await this.#see(id, caller, operation);
    if (seenAs !== 'reader') {
      throw noSuchRequest(id);
    }
    return view;
  }

  async #see(id: string, caller: Caller, operation: string) {
    const request = await findRequest(id, () =>
      this.#inner.get(id, { caller }),
    );
    const view = this.#viewOf(caller, operation);
    const seenAs = (await view.see([request])).get(id);
    if (!seenAs) {
      throw noSuchRequest(id);
    }
    return { request, view, seenAs };
  }

  #viewOf(caller: Caller, operation: string): CallerView {
    const sources = this.#sources;
    return CallerView.create({
      sources,
      caller,
      operation: `action-request-${operation}`,
    });
  }
}

async function showAs(
  request: ActionRequest,
  options: { view: CallerView; seenAs: SeenAs },
): Promise<ActionRequest> {
  switch (options.seenAs) {
    case 'own':
    case 'auditor':
      return request;
    case 'owner':
      return hideName(await options.view.mask(request), request.targetRef);
    default:
      return options.view.mask(request);
  }
}
