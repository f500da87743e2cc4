import {
  AuthService,
  isDatabaseConflictError,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { v7 as uuidv7 } from 'uuid';
import {
  Decision,
  Environment,
  Facts,
  JsonObject,
  Review,
  ReviewPresentation,
  SubmitReviewInput,
  canonicalJson,
  sha256Hex,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { AgentStandingService } from '@agentgov/backstage-plugin-agent-governance-node';
import { ActionRegistry } from '../../executor/ActionRegistry';
import { CatalogReader } from '../../facts/CatalogReader';
import { FactsGatherer } from '../../facts/FactsGatherer';
import { illegalTransition } from '../../lifecycle/illegalTransition';
import { DatabaseActionRequestStore } from '../../store/DatabaseActionRequestStore';
import { ActionRequestRow, ReviewRow } from '../../store/rows';
import { PersonCaller } from '../Caller';
import { changedSince } from './changedSince';
import { ChangeNotifier } from '../ChangeNotifier';
import { quorumMet } from './quorum';
import { RequestAdvancer } from './RequestAdvancer';
import { toActionRequest, toReview } from './toActionRequest';
import { ActionRequestService, PeopleDirectory } from '../types';

/** How long a rendering may be voted on, in milliseconds. */
const PRESENTATION_VALID_MS = 60 * 60_000;

interface ReviewDeskOptions {
  auth: AuthService;
  store: DatabaseActionRequestStore;
  people: PeopleDirectory;
  advancer: RequestAdvancer;
  notifier: ChangeNotifier;
  standing: AgentStandingService;
  actions: ActionRegistry;
  environments: Environment[];
  catalog: CatalogReader;
  facts: FactsGatherer;
  now: () => Date;
}

/** Why a person may or may not review a request now. */
export interface ReviewStanding {
  allowed: boolean;
  because: string;
  /** Checkpoint refs the person stands for. */
  refs: string[];
  /** Through which group, for people to read. */
  via: string;
}

/** Shows held requests to the people they wait for, and takes their votes. */
export class ReviewDesk {
  readonly #options: ReviewDeskOptions;

  static create(options: ReviewDeskOptions) {
    return new ReviewDesk(options);
  }

  private constructor(options: ReviewDeskOptions) {
    this.#options = options;
  }

  /** Renders what a vote will be about, and keeps the rendering: the vote quotes its digest. */
  async present(
    id: string,
    options: Parameters<ActionRequestService['present']>[1],
  ): Promise<ReviewPresentation> {
    const { caller, redact = async shown => shown } = options;
    const { store, now } = this.#options;
    const { request, hold } = await this.#held(id, 'reviewed');
    const sealed = await store.documents([hold.factsDigest]);
    const facts: Facts = JSON.parse(sealed.get(hold.factsDigest)!);
    const shown = toActionRequest(request);
    const reviews = await store.reviews(id, hold.id);
    const content = await redact({
      request: {
        id: shown.id,
        agentRef: shown.agentRef,
        actionId: shown.actionId,
        actionTitle: shown.actionTitle,
        effectClass: shown.effectClass,
        ...(shown.undo && { undo: shown.undo }),
        targetRef: shown.targetRef,
        environment: shown.environment,
        ...(shown.purpose && { purpose: shown.purpose }),
        ...(shown.runId && { runId: shown.runId }),
        input: shown.input,
        actionDigest: shown.actionDigest,
      },
      decision: hold,
      facts,
      changedSince: await this.#changes(request, facts),
      reviews: reviews.map(review => ({
        reviewerRef: review.reviewer_ref,
        verdict: review.verdict,
        createdAt: review.created_at,
      })),
    });
    const bytes = canonicalJson(content as unknown as JsonObject);
    const digest = sha256Hex(`agentgov.presentation.v1\0${bytes}`);
    const renderedAt = now().toISOString();
    await store.savePresentation({
      digest,
      request_id: id,
      hold_decision_id: hold.id,
      reviewer_ref: caller.ref,
      bytes,
      rendered_at: renderedAt,
    });
    return {
      requestId: id,
      holdDecisionId: hold.id,
      digest,
      renderedAt,
      content,
    };
  }

  /** Records a vote, and takes the request on when it was the last one needed. */
  async review(
    id: string,
    input: SubmitReviewInput,
    caller: PersonCaller,
  ): Promise<Review> {
    const { store, now, advancer, notifier } = this.#options;
    const comment = input.comment?.trim() || undefined;
    if (input.verdict === 'reject' && !comment) {
      throw new InputError(`'comment' is required with verdict 'reject'`);
    }
    const { request, hold } = await this.#held(id, 'reviewed');
    if (hold.id !== input.holdDecisionId) {
      throw new ConflictError(
        `Action request ${id} was decided again and is held by another decision now: look at it again`,
      );
    }
    const at = now();
    const shown = await store.presentation(
      input.presentationDigest,
      caller.ref,
    );
    if (
      shown?.hold_decision_id !== hold.id ||
      at.getTime() - Date.parse(shown.rendered_at) > PRESENTATION_VALID_MS
    ) {
      throw new ConflictError(
        `'presentationDigest' is not of something you were shown of this hold within the last hour: look at it again`,
      );
    }
    const standing = await this.standingOf(caller.ref, request, hold);
    if (!standing.allowed) {
      throw new NotAllowedError(standing.because);
    }
    const review: ReviewRow = {
      id: uuidv7({ msecs: at.getTime() }),
      request_id: id,
      hold_decision_id: hold.id,
      presentation_digest: shown.digest,
      reviewer_ref: caller.ref,
      verdict: input.verdict,
      comment: comment ?? null,
      standing: standing.via,
      standing_refs: JSON.stringify(standing.refs),
      considered_ms: Math.max(0, at.getTime() - Date.parse(shown.rendered_at)),
      created_at: at.toISOString(),
    };
    const tally = await this.#record(review, request, hold, shown.bytes, at);
    notifier.changed();
    if (tally.quorumMet) {
      // the vote is committed: should this fail, the worker takes the request on
      await advancer.advanceApproved(id).catch(() => {});
    }
    return toReview(review, hold.id);
  }

  /** Whether a person may review a held request now; the reason is for that person. */
  async standingOf(
    personRef: string,
    request: ActionRequestRow,
    hold: Decision,
  ): Promise<ReviewStanding> {
    const { people, store } = this.#options;
    const wanted = [
      ...new Set(
        hold.checkpoints.flatMap(({ terms }) =>
          terms.flatMap(({ resolved }) => resolved),
        ),
      ),
    ];
    const found = await Promise.all(
      wanted.map(ref => people.standing(personRef, [ref])),
    );
    const refs = wanted.filter((_, index) => found[index]);
    if (refs.length === 0) {
      return {
        allowed: false,
        because: `Reviews of this request are up to ${wanted.join(
          ', ',
        )}, which you do not belong to`,
        refs,
        via: '',
      };
    }
    const via = found.find(standing => standing)!.via;
    const earlier = await store.reviews(request.id, hold.id);
    return earlier.some(review => review.reviewer_ref === personRef)
      ? { allowed: false, because: 'You have reviewed it already', refs, via }
      : { allowed: true, because: `You may, through ${via}`, refs, via };
  }

  async #record(
    review: ReviewRow,
    request: ActionRequestRow,
    hold: Decision,
    presentation: string,
    now: Date,
  ) {
    const { store } = this.#options;
    try {
      const tally = await store.review({
        review,
        actionDigest: request.action_digest,
        presentation,
        tally: reviews => ({
          quorumMet: quorumMet(
            hold.checkpoints,
            reviews
              .filter(({ verdict }) => verdict === 'approve')
              .map(row => ({
                reviewerRef: row.reviewer_ref,
                standingRefs: JSON.parse(row.standing_refs),
              })),
          ),
        }),
        messages: [],
        now,
      });
      if (tally) {
        return tally;
      }
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError('You have reviewed this request already');
      }
      throw error;
    }
    const current = await store.get(request.id);
    throw illegalTransition(
      request.id,
      current?.state ?? 'voided',
      'reviewed as it was shown',
    );
  }

  async #held(id: string, wanted: string) {
    const { store, now } = this.#options;
    const request = await store.get(id);
    if (!request) {
      throw new NotFoundError(
        `There is no action request '${id}' that you may see`,
      );
    }
    if (request.state !== 'held' || !request.hold_decision_id) {
      throw illegalTransition(id, request.state, wanted);
    }
    if (request.decide_by && request.decide_by <= now().toISOString()) {
      throw illegalTransition(id, 'expired', wanted);
    }
    const hold = await store.decision(request.hold_decision_id);
    return { request, hold: hold! };
  }

  /** What moved since the hold was decided. That this cannot be told is told too. */
  async #changes(request: ActionRequestRow, then: Facts) {
    const { auth, standing, actions, environments, catalog, facts, now } =
      this.#options;
    const untold = [
      {
        path: 'everything',
        then: 'as sealed',
        now: 'could not be checked just now',
      },
    ];
    try {
      const [agent, target] = await Promise.all([
        standing.check(request.agent_ref),
        catalog.target({
          targetRef: request.target_ref,
          agentRef: 'plugin:agent-governance',
          credentials: await auth.getOwnServiceCredentials(),
        }),
      ]);
      const action = actions.get(request.action_id);
      const environment = environments.find(
        ({ name }) => name === request.environment,
      );
      if (!agent.stands || !target.value || !action || !environment) {
        return [
          {
            path: 'basis',
            then: 'as sealed',
            now: 'the agent, the target, the action or the environment is gone',
          },
        ];
      }
      const current = await facts.gather(
        {
          agent,
          action,
          target: { value: target.value, readAt: target.readAt },
          environment,
          input: JSON.parse(request.input),
          runId: request.run_id ?? undefined,
          snapshotId: request.snapshot_id ?? undefined,
          quotedAt: new Date(request.created_at),
          requestId: request.id,
        },
        now(),
      );
      return changedSince(then, current.facts);
    } catch {
      return untold;
    }
  }
}
