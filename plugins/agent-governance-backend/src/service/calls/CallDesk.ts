import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { DecisionMaker } from '../../decision/DecisionMaker';
import { isCutOffByStops } from '../../lifecycle/isCutOffByStops';
import { isTerminal } from '../../lifecycle/transitions';
import { ActionRequestStore } from '../../store/ActionRequestStore';
import { AgentCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { ClaimedWork } from '../requests/ClaimedWork';
import { idempotencyKeyFor } from '../requests/idempotencyKeyFor';
import { messagesFor } from '../requests/messages';
import { newRequestRow } from '../requests/newRequestRow';
import { OpenRequestGate } from '../requests/OpenRequestGate';
import { AgentChanges } from '../requests/ProposalDesk';
import { ReadRequest } from '../requests/RequestReader';
import { subjectOf } from '../requests/subjectOf';
import { TooManyOpenRequestsError } from '../requests/TooManyOpenRequestsError';

/** Somebody else was first, or the world changed. */
const LOOK_AGAIN = { again: true } as const;

/** A new call once it is recorded: allowed, and claimed; or decided otherwise. */
export type BegunCall =
  | { work: ClaimedWork }
  | { id: string }
  | typeof LOOK_AGAIN;

export interface CallDeskOptions {
  decisions: DecisionMaker;
  store: ActionRequestStore;
  agentChanges: AgentChanges;
  notifier: ChangeNotifier;
  limits: { openRequestsPerAgent: number };
  leaseMs: number;
  workerId: string;
}

/** Takes new calls in: one decision, one transaction. */
export class CallDesk {
  readonly #options: CallDeskOptions;
  readonly #gate = OpenRequestGate.create();

  static create(options: CallDeskOptions) {
    return new CallDesk(options);
  }

  private constructor(options: CallDeskOptions) {
    this.#options = options;
  }

  /**
   * Decides a call that is not open yet, records it, and claims it where it is allowed.
   *
   * @returns `openCallId` where the same call is open already, and nothing was begun
   * @throws TooManyOpenRequestsError
   */
  async begin(
    request: ReadRequest,
    caller: AgentCaller,
  ): Promise<{ openCallId: string } | BegunCall> {
    const { store, limits, decisions, agentChanges } = this.#options;
    const entered = this.#gate.enter(caller.ref);
    try {
      // read first: whatever changes from here on is noticed when the claim is committed
      const { epoch, open, openCallId } = await store.standingAgainstCall({
        agentRef: caller.ref,
        callKey: request.digest,
      });
      if (openCallId !== undefined) {
        return { openCallId };
      }
      if (open + entered.before >= limits.openRequestsPerAgent) {
        throw new TooManyOpenRequestsError(limits.openRequestsPerAgent);
      }
      await agentChanges.record(request.agent.entity);
      const id = uuidv7({ msecs: request.at.getTime() });
      const decided = await decisions.decide(subjectOf(request), {
        requestId: id,
        requestDigest: request.digest,
        purpose: 'proposal',
        credentials: caller.credentials,
        fresh: true,
        now: request.at,
      });
      const row = newRequestRow({
        request,
        idempotencyKey: `call:${id}`,
        bodyDigest: request.digest,
        decided,
      });
      const isOpen = !isTerminal(row.state);
      return await this.#record(
        {
          row: { ...row, call_key: isOpen ? request.digest : null },
          record: decided.record,
          messages: messagesFor(row, decided.decision),
          now: request.at,
        },
        { request, epoch },
      );
    } finally {
      entered.leave();
    }
  }

  async #record(
    made: Parameters<ActionRequestStore['insert']>[0],
    options: { request: ReadRequest; epoch: number },
  ): Promise<BegunCall> {
    const { store, leaseMs, notifier, workerId } = this.#options;
    const { request, epoch } = options;
    const { id, state } = made.row;
    try {
      if (state !== 'authorised') {
        await store.insert(made);
        notifier.changed();
        return { id };
      }
      const claim = await store.beginCall({
        request: made,
        epoch,
        idempotencyKey: idempotencyKeyFor(id),
        leaseToken: uuidv4(),
        leaseMs,
        workerId,
      });
      if (!claim) {
        return LOOK_AGAIN;
      }
      notifier.changed();
      return {
        work: {
          claim,
          request: { ...made.row, state: 'executing' },
          target: request.target.value,
          action: request.action,
          isCutOffByStops: isCutOffByStops(request.action.effectClass),
        },
      };
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        return LOOK_AGAIN;
      }
      throw error;
    }
  }
}
