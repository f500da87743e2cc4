import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { v7 as uuidv7 } from 'uuid';
import {
  CreateActionRequestInput,
  digestOf,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { StandingAgent } from '@agentgov/backstage-plugin-agent-governance-node';
import { Decided, DecisionMaker } from '../../decision/DecisionMaker';
import { ActionRequestStore } from '../../store/ActionRequestStore';
import { ActionRequestRow } from '../../store/rows';
import { AgentCaller } from '../Caller';
import { canonicalOrRefuse } from '../input/canonicalOrRefuse';
import { messagesFor } from './messages';
import { newRequestRow } from './newRequestRow';
import { OpenRequestGate } from './OpenRequestGate';
import { Asked, RequestReader } from './RequestReader';
import { subjectOf } from './subjectOf';
import { TooManyOpenRequestsError } from './TooManyOpenRequestsError';

/** Notes in the ledger when an agent is not what it was. */
export interface AgentChanges {
  record(agent: StandingAgent['entity']): Promise<unknown>;
}

interface ProposalDeskOptions {
  reader: RequestReader;
  agentChanges: AgentChanges;
  decisions: DecisionMaker;
  store: ActionRequestStore;
  limits: { openRequestsPerAgent: number };
}

/** Takes requests in: checks what is asked, decides it, and records both in one go. */
export class ProposalDesk {
  readonly #options: ProposalDeskOptions;
  readonly #gate = OpenRequestGate.create();

  static create(options: ProposalDeskOptions) {
    return new ProposalDesk(options);
  }

  private constructor(options: ProposalDeskOptions) {
    this.#options = options;
  }

  async propose(
    asked: CreateActionRequestInput | Asked,
    options: { caller: AgentCaller; idempotencyKey: string },
  ): Promise<ActionRequestRow> {
    const entered = this.#gate.enter(options.caller.ref);
    try {
      return await this.#propose(asked, { ...options, ahead: entered.before });
    } finally {
      entered.leave();
    }
  }

  /** @param options - `ahead`: requests of this agent that came in before and are not recorded yet */
  async #propose(
    asked: Asked,
    options: { caller: AgentCaller; idempotencyKey: string; ahead: number },
  ): Promise<ActionRequestRow> {
    const { store, limits, reader, decisions } = this.#options;
    const { caller, idempotencyKey } = options;
    const agentRef = caller.ref;
    const bodyDigest = canonicalOrRefuse(() =>
      digestOf('agentgov.request-body.v1', { ...asked }),
    );

    const { earlierId, open } = await store.standingAgainst({
      agentRef,
      idempotencyKey,
    });
    const earlier = earlierId && (await store.get(earlierId));
    if (earlier) {
      return sameRequest(earlier, bodyDigest);
    }
    const request = await reader.read(asked, caller);
    if (request.action.takesSecrets) {
      throw new InputError(
        `Action '${request.action.id}' takes secrets, which are never stored: call it with POST /v1/action-calls`,
      );
    }
    if (open + options.ahead >= limits.openRequestsPerAgent) {
      throw new TooManyOpenRequestsError(limits.openRequestsPerAgent);
    }
    await this.#options.agentChanges.record(request.agent.entity);
    const decided = await decisions.decide(subjectOf(request), {
      requestId: uuidv7({ msecs: request.at.getTime() }),
      requestDigest: request.digest,
      purpose: 'proposal',
      credentials: caller.credentials,
      now: request.at,
    });
    const row = newRequestRow({
      request,
      idempotencyKey,
      bodyDigest,
      decided,
    });
    return this.#record(row, decided, request.at);
  }

  async #record(
    row: ActionRequestRow,
    decided: Decided,
    now: Date,
  ): Promise<ActionRequestRow> {
    const { store } = this.#options;
    try {
      await store.insert({
        row,
        record: decided.record,
        messages: messagesFor(row, decided.decision),
        now,
      });
      return row;
    } catch (error) {
      const winner =
        isDatabaseConflictError(error) &&
        (await store.findByKey(row.agent_ref, row.idempotency_key));
      if (winner) {
        return sameRequest(winner, row.body_digest);
      }
      throw error;
    }
  }
}

/** The same key asks for the same thing, or is refused. */
function sameRequest(
  row: ActionRequestRow,
  bodyDigest: string,
): ActionRequestRow {
  if (row.body_digest !== bodyDigest) {
    throw new ConflictError(
      `The Idempotency-Key was used before with another body, for action request ${row.id}`,
    );
  }
  return row;
}
