import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import {
  ActionCall,
  ActionCallInput,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { DecisionMaker } from '../../decision/DecisionMaker';
import { isCutOffByStops } from '../../lifecycle/isCutOffByStops';
import { isTerminal } from '../../lifecycle/transitions';
import { ActionRequestStore } from '../../store/ActionRequestStore';
import { ActionRequestRow } from '../../store/rows';
import { AgentCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { AttemptRunner } from '../requests/AttemptRunner';
import { ClaimedWork } from '../requests/ClaimedWork';
import { idempotencyKeyFor } from '../requests/idempotencyKeyFor';
import { messagesFor } from '../requests/messages';
import { newRequestRow } from '../requests/newRequestRow';
import { OpenRequestGate } from '../requests/OpenRequestGate';
import { AgentChanges } from '../requests/ProposalDesk';
import { isOmitted } from '../requests/recordableOutput';
import { RequestAdvancer } from '../requests/RequestAdvancer';
import { ReadRequest, RequestReader } from '../requests/RequestReader';
import { subjectOf } from '../requests/subjectOf';
import { toActionRequest } from '../requests/toActionRequest';
import { TooManyOpenRequestsError } from '../requests/TooManyOpenRequestsError';
import { waitForChange } from '../requests/waitForChange';
import { ActionCallService } from './ActionCallService';

/** How often the world may change between deciding and claiming before that counts as not being able to decide. */
const MAX_RACES = 5;
/** For how long the end of a call is told to who asks for the same again, in milliseconds; after that it is news. */
const END_IS_TOLD_MS = 15 * 60_000;
/** How long a shutdown waits for running calls before it aborts them, in milliseconds. */
const GRACE_MS = 10_000;

interface DefaultActionCallServiceOptions {
  reader: RequestReader;
  decisions: DecisionMaker;
  store: ActionRequestStore;
  advancer: RequestAdvancer;
  attempts: AttemptRunner;
  agentChanges: AgentChanges;
  notifier: ChangeNotifier;
  limits: { openRequestsPerAgent: number };
  execution: { leaseMs: number; timeoutMs: number };
}

interface Line {
  caller: AgentCaller;
  secrets?: JsonObject;
  signal?: AbortSignal;
}

type Outcome = { id: string; output?: JsonObject };

/** The plain service. Trusts its caller to be the agent. */
export class DefaultActionCallService implements ActionCallService {
  readonly #options: DefaultActionCallServiceOptions;
  readonly #gate = OpenRequestGate.create();
  readonly #workerId = `calls:${uuidv4()}`;
  readonly #stopping = new AbortController();
  /** What runs here, by request: who asks for the same again is given what comes of it. */
  readonly #running = new Map<string, Promise<Outcome>>();

  static create(options: DefaultActionCallServiceOptions) {
    return new DefaultActionCallService(options);
  }

  private constructor(options: DefaultActionCallServiceOptions) {
    this.#options = options;
  }

  async call(
    input: ActionCallInput,
    options: { caller: AgentCaller; signal?: AbortSignal },
  ): Promise<ActionCall> {
    const { reader, store } = this.#options;
    const { secrets, ...asked } = input;
    const line: Line = { ...options, secrets };
    const request = await reader.read(asked, options.caller);
    if (secrets && !request.action.takesSecrets) {
      throw new InputError(
        `'secrets' are not taken by action '${request.action.id}'`,
      );
    }
    for (let races = 0; races < MAX_RACES; races += 1) {
      const open = await store.openCall(request.digest);
      if (open && this.#isOver(open, request.at)) {
        await store.closeCall(open.id);
        continue;
      }
      const outcome = open
        ? await this.#join(open, line)
        : await this.#begin(request, line);
      if (outcome) {
        return this.#tell(outcome, line);
      }
    }
    throw new ServiceUnavailableError(
      'What the decision depends on changed again and again while it was made; nothing ran, ask again',
    );
  }

  /** Waits for what runs, up to a while, then aborts it. */
  async stop(): Promise<void> {
    const timer = setTimeout(() => this.#stopping.abort(), GRACE_MS);
    await Promise.allSettled(this.#running.values());
    clearTimeout(timer);
    this.#stopping.abort();
  }

  /** @returns `undefined` when somebody else was first, or the world changed: look again. */
  async #begin(request: ReadRequest, line: Line): Promise<Outcome | undefined> {
    const { store, limits, decisions, agentChanges } = this.#options;
    const { caller } = line;
    const entered = this.#gate.enter(caller.ref);
    try {
      const id = uuidv7({ msecs: request.at.getTime() });
      const idempotencyKey = `call:${id}`;
      const { open } = await store.standingAgainst({
        agentRef: caller.ref,
        idempotencyKey,
      });
      if (open + entered.before >= limits.openRequestsPerAgent) {
        throw new TooManyOpenRequestsError(limits.openRequestsPerAgent);
      }
      await agentChanges.record(request.agent.entity);
      // read first: whatever changes from here on is noticed when the claim is committed
      const epoch = await store.epoch();
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
        idempotencyKey,
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
        { request, epoch, line },
      );
    } finally {
      entered.leave();
    }
  }

  async #record(
    made: Parameters<ActionRequestStore['insert']>[0],
    options: { request: ReadRequest; epoch: number; line: Line },
  ): Promise<Outcome | undefined> {
    const { store, execution, notifier } = this.#options;
    const { request, epoch, line } = options;
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
        leaseMs: execution.leaseMs,
        workerId: this.#workerId,
      });
      if (!claim) {
        return undefined;
      }
      notifier.changed();
      return await this.#run(
        {
          claim,
          request: { ...made.row, state: 'executing' },
          target: request.target.value,
          action: request.action,
          isCutOffByStops: isCutOffByStops(request.action.effectClass),
        },
        line,
      );
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        return undefined;
      }
      throw error;
    }
  }

  /** A call that is open already: nothing is asked for twice. */
  async #join(row: ActionRequestRow, line: Line): Promise<Outcome | undefined> {
    switch (row.state) {
      case 'authorised': {
        const { advancer, store } = this.#options;
        const work = await advancer.claim(row, this.#workerId);
        if (work) {
          return this.#run(work, line);
        }
        const now = await store.get(row.id);
        // still authorised: it could not be evaluated just now, and the agent is told
        return now?.state === 'executing' ? undefined : { id: row.id };
      }
      case 'executing':
        return this.#waitFor(row, line);
      default:
        return { id: row.id };
    }
  }

  async #waitFor(row: ActionRequestRow, line: Line): Promise<Outcome> {
    const { store, execution } = this.#options;
    const running = this.#running.get(row.id);
    if (running) {
      return abandonable(running, line.signal).then(
        outcome => outcome ?? { id: row.id },
      );
    }
    await waitForChange({
      first: row,
      read: async () => (await store.get(row.id)) ?? row,
      done: ({ state }) => state !== 'executing',
      waitMs: execution.timeoutMs,
      signal: line.signal,
    });
    return { id: row.id };
  }

  async #run(work: ClaimedWork, line: Line): Promise<Outcome> {
    const { id } = work.request;
    const { caller, secrets, signal } = line;
    const running = this.#options.attempts
      .run(work, {
        stopping: this.#stopping.signal,
        caller: { credentials: caller.credentials, secrets, signal },
      })
      .then(result => ({
        id,
        ...(result.kind !== 'uncertain' && { output: result.output }),
      }))
      .finally(() => this.#running.delete(id));
    this.#running.set(id, running);
    return running;
  }

  #isOver(row: ActionRequestRow, now: Date): boolean {
    const age = now.getTime() - Date.parse(row.updated_at);
    return isTerminal(row.state) && age > END_IS_TOLD_MS;
  }

  /** Whoever hung up was not told: the next to ask for the same is, and nothing runs a second time meanwhile. */
  async #tell({ id, output }: Outcome, line: Line): Promise<ActionCall> {
    const { store } = this.#options;
    const [row, executions] = await Promise.all([
      store.get(id),
      store.executions([id]),
    ]);
    const request = toActionRequest(row!, executions.get(id));
    if (row!.call_key && isTerminal(row!.state) && !line.signal?.aborted) {
      await store.closeCall(id);
    }
    const kept = request.execution?.output;
    const returned = output ?? (kept && !isOmitted(kept) ? kept : undefined);
    return { request, ...(returned && { output: returned }) };
  }
}

/** What comes of something, or `undefined` for who hangs up before. */
async function abandonable<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T | undefined> {
  if (!signal) {
    return work;
  }
  return new Promise((resolve, reject) => {
    const leave = () => resolve(undefined);
    signal.addEventListener('abort', leave, { once: true });
    work
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', leave));
    if (signal.aborted) {
      leave();
    }
  });
}
