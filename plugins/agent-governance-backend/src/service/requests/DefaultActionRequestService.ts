import { NotFoundError } from '@backstage/errors';
import {
  ActionDescription,
  ActionRequest,
  CreateActionRequestInput,
  Explanation,
  LedgerEntryView,
  ListActionRequestsOptions,
  Page,
  ReconcileInput,
  ReportOutcomeInput,
  Review,
  ReviewPresentation,
  SubmitReviewInput,
  isMutating,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { AgentStandingService } from '@agentgov/backstage-plugin-agent-governance-node';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { illegalTransition } from '../../lifecycle/illegalTransition';
import { isLegalTransition, isTerminal } from '../../lifecycle/transitions';
import { decodeCursor, encodeCursor } from '../../store/cursor';
import { ActionRequestStore } from '../../store/ActionRequestStore';
import { ActionRequestRow, ExecutionRow } from '../../store/rows';
import { AgentCaller, Caller, PersonCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { OutcomeDesk } from './OutcomeDesk';
import { ProposalDesk } from './ProposalDesk';
import { PresentationDesk } from './PresentationDesk';
import { ReviewDesk } from './ReviewDesk';
import { toActionRequest, toReview } from './toActionRequest';
import { ActionRequestService, PeopleDirectory } from '../types';
import { waitForChange } from './waitForChange';

const DEFAULT_LIMIT = 20;

interface DefaultActionRequestServiceOptions {
  proposals: ProposalDesk;
  presentations: PresentationDesk;
  reviews: ReviewDesk;
  outcomes: OutcomeDesk;
  store: ActionRequestStore;
  actions: ActionRegistry;
  standing: AgentStandingService;
  people: PeopleDirectory;
  ledger: { entriesOf(stream: string): Promise<LedgerEntryView[]> };
  notifier: ChangeNotifier;
  now: () => Date;
}

/** The one service behind every door. Trusts its caller; see {@link AuthorizedActionRequestService}. */
export class DefaultActionRequestService implements ActionRequestService {
  readonly #options: DefaultActionRequestServiceOptions;

  static create(options: DefaultActionRequestServiceOptions) {
    return new DefaultActionRequestService(options);
  }

  private constructor(options: DefaultActionRequestServiceOptions) {
    this.#options = options;
  }

  async create(
    input: CreateActionRequestInput,
    options: { caller: AgentCaller; idempotencyKey: string },
  ): Promise<ActionRequest> {
    const row = await this.#options.proposals.propose(input, options);
    this.#options.notifier.changed();
    return this.#show(row);
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
    const first = await this.#find(id);
    const since = options.sinceRevision ?? Number(first.revision);
    const moved = (row: ActionRequestRow) =>
      Number(row.revision) > since || isTerminal(row.state);
    const row = await waitForChange({
      first,
      read: () => this.#find(id),
      done: moved,
      waitMs: (options.waitSeconds ?? 0) * 1_000,
      signal: options.signal,
    });
    return this.#show(row);
  }

  async list(
    query: ListActionRequestsOptions,
    options: { caller: Caller },
  ): Promise<Page<ActionRequest>> {
    const { store, people } = this.#options;
    const limit = query.limit ?? DEFAULT_LIMIT;
    const cursor = query.cursor ? decodeCursor(query.cursor) : undefined;
    const order = cursor?.order ?? query.order ?? 'newest';
    const { caller } = options;
    const waiting = query.waitingForMe && caller.kind === 'person';
    const rows = await store.list({
      filter: {
        target: query.target,
        agent: query.agent,
        action: query.action,
        environment: query.environment,
        run: query.run,
        state: query.state,
        verdict: query.verdict,
        ...(waiting && {
          waitingForRefs: await people.refsOf(caller.ref),
          notReviewedBy: caller.ref,
        }),
      },
      limit: limit + 1,
      order,
      after: cursor?.after,
    });
    const page = rows.slice(0, limit);
    const executions = await store.executions(page.map(({ id }) => id));
    return {
      items: page.map(row => toActionRequest(row, executions.get(row.id))),
      ...(rows.length > limit && {
        nextCursor: encodeCursor({ after: page[page.length - 1].id, order }),
      }),
    };
  }

  async withdraw(
    id: string,
    _options: { caller: AgentCaller },
  ): Promise<ActionRequest> {
    const { store, notifier, now } = this.#options;
    const row = await this.#find(id);
    if (!isLegalTransition(row.state, 'withdrawn')) {
      throw illegalTransition(id, row.state, 'withdrawn');
    }
    const moved = await store.transition({
      id,
      from: row.state,
      to: 'withdrawn',
      cause: 'withdrawn-by-agent',
      because: 'Withdrawn by the agent.',
      now: now(),
    });
    const current = await this.#find(id);
    if (!moved) {
      throw illegalTransition(id, current.state, 'withdrawn');
    }
    notifier.changed();
    return this.#show(current);
  }

  async explain(id: string, options: { caller: Caller }): Promise<Explanation> {
    const { store, reviews, outcomes, ledger } = this.#options;
    const row = await this.#find(id);
    const [decisions, reviewRows, entries] = await Promise.all([
      store.decisions(id),
      store.reviews(id),
      ledger.entriesOf(`action-request:${id}`),
    ]);
    const held =
      row.state === 'held'
        ? decisions.find(({ decision }) => decision.id === row.hold_decision_id)
        : undefined;
    const { caller } = options;
    return {
      request: await this.#show(row),
      decisions: decisions.map(({ decision, facts }) => ({
        ...decision,
        facts,
      })),
      reviews: reviewRows.map(review =>
        toReview(review, row.hold_decision_id ?? undefined),
      ),
      entries,
      ...(await reviews.outlook(row, held, reviewRows)),
      mayReview:
        held && caller.kind === 'person'
          ? await reviews
              .standingOf(caller.ref, {
                request: row,
                hold: held.decision,
                facts: held.facts,
              })
              .then(({ allowed, because, helps }) => ({
                allowed,
                because,
                helps,
              }))
          : {
              allowed: false,
              because: held
                ? 'Only people review'
                : `It is ${row.state}, so there is nothing to review`,
              helps: false,
            },
      mayReconcile:
        caller.kind === 'person'
          ? await outcomes.mayReconcile(caller.ref, row)
          : { allowed: false, because: 'Only people say what came of it' },
      mayWithdraw:
        caller.kind === 'agent' &&
        caller.ref === row.agent_ref &&
        isLegalTransition(row.state, 'withdrawn'),
    };
  }

  async present(
    id: string,
    options: Parameters<ActionRequestService['present']>[1],
  ): Promise<ReviewPresentation> {
    return this.#options.presentations.present(id, options);
  }

  async review(
    id: string,
    input: SubmitReviewInput,
    options: { caller: PersonCaller },
  ): Promise<Review> {
    return this.#options.reviews.review(id, input, options.caller);
  }

  async report(
    id: string,
    input: ReportOutcomeInput,
    _options: { caller: AgentCaller },
  ): Promise<ActionRequest> {
    await this.#options.outcomes.report(id, input);
    return this.#show(await this.#find(id));
  }

  async reconcile(
    id: string,
    input: ReconcileInput,
    options: { caller: PersonCaller },
  ): Promise<ActionRequest> {
    await this.#options.outcomes.reconcile(id, input, options.caller);
    return this.#show(await this.#find(id));
  }

  /** An agent gets what its declared autonomy leaves it; everybody else gets everything. */
  async listActions(options: { caller: Caller }): Promise<ActionDescription[]> {
    const { actions, standing } = this.#options;
    const all = actions.list();
    if (options.caller.kind !== 'agent') {
      return all.map(action => actions.describe(action));
    }
    const agent = await standing.check(options.caller.ref);
    const onlyReads = !agent.stands || agent.entity.spec.autonomy === 'observe';
    return all
      .filter(action => !onlyReads || !isMutating(action.effectClass))
      .map(action => actions.describe(action));
  }

  async #find(id: string): Promise<ActionRequestRow> {
    const row = await this.#options.store.get(id);
    if (!row) {
      throw new NotFoundError(
        `There is no action request '${id}' that you may see`,
      );
    }
    return row;
  }

  async #show(row: ActionRequestRow): Promise<ActionRequest> {
    // every move changes the revision, so a new request cannot have been started
    const executions =
      Number(row.revision) === 1
        ? new Map<string, ExecutionRow>()
        : await this.#options.store.executions([row.id]);
    return toActionRequest(row, executions.get(row.id));
  }
}
