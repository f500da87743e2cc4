import { v4 as uuidv4 } from 'uuid';
import { Entity } from '@backstage/catalog-model';
import {
  ExecutionOutcome,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { isCutOffByStops } from '../../lifecycle/isCutOffByStops';
import { ownerOf } from '../../facts/relations';
import { ActionRequestStore } from '../../store/ActionRequestStore';
import { Claim } from '../../store/operations/claimExecution';
import { ActionRequestRow, ExecutionRow } from '../../store/rows';
import { StopStore } from '../../store/StopStore';
import { ChangeNotifier } from '../ChangeNotifier';
import { becauseOfSettlement } from './becauseOfSettlement';
import { after, decidedColumns, shortest } from './decidedColumns';
import { denyingStop, stoppedBy } from './denyingStop';
import { idempotencyKeyFor } from './idempotencyKeyFor';
import { messagesFor, unknownOutcomeMessage } from './messages';
import { ClaimedWork } from './ClaimedWork';
import { Reevaluation, Reevaluator } from './Reevaluator';

export type { ClaimedWork } from './ClaimedWork';

/** How long to leave a request alone that could not be evaluated, in milliseconds. */
const DEFER_MS = 5_000;

interface RequestAdvancerOptions {
  reevaluator: Reevaluator;
  store: ActionRequestStore;
  stops: Pick<StopStore, 'stopRequests'>;
  notifier: ChangeNotifier;
  targetOf: (ref: string) => Promise<Entity | undefined>;
  leaseMs: number;
  now: () => Date;
}

/**
 * Takes requests the next step of their way once it is due: approved ones to *authorised*,
 * authorised ones to *executing*, and overdue ones to their end. Each step decides again first.
 */
export class RequestAdvancer {
  readonly #options: RequestAdvancerOptions;

  static create(options: RequestAdvancerOptions) {
    return new RequestAdvancer(options);
  }

  private constructor(options: RequestAdvancerOptions) {
    this.#options = options;
  }

  /** After enough approvals: facts again, decided again as the agent, then authorised. */
  async advanceApproved(requestId: string): Promise<void> {
    const { store, reevaluator, now } = this.#options;
    const request = await store.get(requestId);
    if (request?.state !== 'held' || !request.quorum_met_at) {
      return;
    }
    const at = now();
    const again = await reevaluator.reevaluate(request, {
      purpose: 'review',
      now: at,
    });
    if (again.outcome !== 'proceed') {
      await this.#apply(request, again, at);
      return;
    }
    const { decision, record, unblock, executeWithin } = again.decided;
    await store.redecide({
      request,
      to: 'authorised',
      record,
      approvals: again.approvals,
      set: {
        retryable: false,
        execute_by: after(
          at,
          shortest(decision.checkpoints.map(c => c.executeWithin)) ??
            executeWithin,
        ),
        unblock: JSON.stringify(decision.verdict === 'allow' ? [] : unblock),
      },
      epoch: again.epoch,
      messages: [],
      now: at,
    });
    this.#options.notifier.changed();
  }

  /**
   * Claims one authorised request for execution, or takes it where a stricter decision sends it.
   *
   * @returns `undefined` when there is nothing to execute: another worker was first, the world
   *   changed, or it may not run.
   */
  async claim(
    request: ActionRequestRow,
    workerId: string,
  ): Promise<ClaimedWork | undefined> {
    const { reevaluator, now } = this.#options;
    const at = now();
    const again = await reevaluator.reevaluate(request, {
      purpose: 'effect',
      now: at,
    });
    if (again.outcome !== 'proceed') {
      await this.#apply(request, again, at);
      return undefined;
    }
    return this.#commitClaim(request, again, { workerId, now: at });
  }

  /**
   * Claims another attempt at an execution whose outcome is not known. It is decided again like
   * any other; where it may no longer run, nobody can tell whether it did, and `giveUp` says so.
   */
  async claimAgain(
    request: ActionRequestRow,
    workerId: string,
    giveUp: (because: string) => Promise<undefined>,
  ): Promise<ClaimedWork | undefined> {
    const { reevaluator, now } = this.#options;
    const at = now();
    const again = await reevaluator.reevaluate(request, {
      purpose: 'effect',
      now: at,
    });
    switch (again.outcome) {
      case 'defer':
        // tried again at the next look, until execute-by
        return undefined;
      case 'proceed':
        break;
      default:
        return giveUp(
          `It was cut off, and may not run again: ${
            again.outcome === 'void'
              ? again.because
              : again.decided.decision.because
          }`,
        );
    }
    return this.#commitClaim(request, again, { workerId, now: at });
  }

  /** The target of a request as it is now, read as the portal. */
  async targetOf(request: ActionRequestRow): Promise<Entity | undefined> {
    return this.#options.targetOf(request.target_ref);
  }

  /** Whom an outcome nobody can tell concerns: the target's owner. */
  async partiesTo(request: ActionRequestRow): Promise<string[]> {
    const target = await this.targetOf(request).catch(() => undefined);
    const owner = target && ownerOf(target);
    return owner ? [owner] : [];
  }

  /** Records how an attempt ended; `false` when the claim is no longer the caller's. */
  async settle(
    work: { claim: Claim; request: ActionRequestRow },
    settlement: {
      outcome: ExecutionOutcome;
      output?: JsonObject;
      error?: string;
      stopId?: string;
    },
    informed: string[] = [],
  ): Promise<boolean> {
    const { claim, request } = work;
    const settled = await this.#options.store.settle({
      claim,
      settlement,
      because: becauseOfSettlement(settlement),
      messages:
        settlement.outcome === 'unknown'
          ? unknownOutcomeMessage(request, informed)
          : [],
      now: this.#options.now(),
    });
    this.#options.notifier.changed();
    return settled;
  }

  /** Takes over the record of an execution whose worker is gone. */
  async takeOver(row: ExecutionRow): Promise<Claim | undefined> {
    return this.#options.store.takeOver(row, this.#options.leaseMs);
  }

  /** Ends what nobody decided or used in time. Deadlines bind without this: it only labels. */
  async endOverdue(limit: number): Promise<void> {
    const { store, notifier, now } = this.#options;
    const at = now();
    for (const request of await store.overdue({ now: at, limit })) {
      const held = request.state === 'held';
      const moved = await store.transition({
        id: request.id,
        from: request.state,
        to: held ? 'expired' : 'lapsed',
        cause: held ? 'nobody-decided-in-time' : 'not-started-in-time',
        because: held
          ? 'Nobody decided in time.'
          : 'It was authorised, and not started in time.',
        onlyIfOverdue: true,
        now: at,
      });
      if (moved) {
        notifier.changed();
      }
    }
  }

  /** Takes the claim together with the decision that allows it; `undefined` when the race was lost. */
  async #commitClaim(
    request: ActionRequestRow,
    again: Extract<Reevaluation, { outcome: 'proceed' }>,
    options: { workerId: string; now: Date },
  ): Promise<ClaimedWork | undefined> {
    const { store, leaseMs, notifier } = this.#options;
    const claim = await store.claim({
      request,
      record: again.decided.record,
      approvals: again.approvals,
      epoch: again.epoch,
      idempotencyKey: idempotencyKeyFor(request.id),
      leaseToken: uuidv4(),
      leaseMs,
      ...options,
    });
    if (!claim) {
      return undefined;
    }
    notifier.changed();
    const { target, action } = again;
    return {
      claim,
      request,
      target,
      action,
      isCutOffByStops: isCutOffByStops(action.effectClass),
    };
  }

  async #apply(
    request: ActionRequestRow,
    again: Exclude<Reevaluation, { outcome: 'proceed' }>,
    now: Date,
  ): Promise<void> {
    const { store, notifier } = this.#options;
    switch (again.outcome) {
      case 'void':
        await store.transition({
          id: request.id,
          from: request.state,
          to: 'voided',
          cause: again.cause,
          because: `Voided: ${again.because}`,
          now,
        });
        break;
      case 'defer':
        await store.defer({
          request,
          because: again.because,
          nextAttemptAt: new Date(now.getTime() + DEFER_MS),
          now,
        });
        break;
      default: {
        const stop = denyingStop(again.decided);
        if (stop) {
          // found under it before the sweep came by
          await this.#options.stops.stopRequests({
            ...stoppedBy(stop),
            requests: [request],
            now,
          });
          break;
        }
        const { state, ...columns } = decidedColumns(again.decided, now);
        await store.redecide({
          request,
          to: again.outcome === 'hold' ? 'held' : 'denied',
          record: again.decided.record,
          approvals: [],
          set: columns,
          epoch: again.epoch,
          messages: messagesFor(request, again.decided.decision),
          now,
        });
      }
    }
    notifier.changed();
  }
}
