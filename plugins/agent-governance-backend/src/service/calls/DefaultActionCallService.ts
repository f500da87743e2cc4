import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { v4 as uuidv4 } from 'uuid';
import {
  ActionCall,
  ActionCallInput,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { isTerminal } from '../../lifecycle/transitions';
import { ActionRequestRow } from '../../store/rows';
import { AgentCaller } from '../Caller';
import { AttemptRunner } from '../requests/AttemptRunner';
import { ClaimedWork } from '../requests/ClaimedWork';
import { isOmitted } from '../requests/recordableOutput';
import { RequestAdvancer } from '../requests/RequestAdvancer';
import { ReadRequest, RequestReader } from '../requests/RequestReader';
import { toActionRequest } from '../requests/toActionRequest';
import { waitForChange } from '../requests/waitForChange';
import { ActionCallService } from './ActionCallService';
import { BegunCall, CallDesk, CallDeskOptions } from './CallDesk';

/** How often the world may change between deciding and claiming before that counts as not being able to decide. */
const MAX_RACES = 5;
/** For how long the end of a call is told to who asks for the same again, in milliseconds; after that it is news. */
const END_IS_TOLD_MS = 15 * 60_000;
/** How long a shutdown waits for running calls before it aborts them, in milliseconds. */
const GRACE_MS = 10_000;

interface DefaultActionCallServiceOptions
  extends Omit<CallDeskOptions, 'leaseMs' | 'workerId'> {
  reader: RequestReader;
  advancer: RequestAdvancer;
  attempts: AttemptRunner;
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
  readonly #desk: CallDesk;
  readonly #workerId = `calls:${uuidv4()}`;
  readonly #stopping = new AbortController();
  /** What runs here, by request: who asks for the same again is given what comes of it. */
  readonly #running = new Map<string, Promise<Outcome>>();

  static create(options: DefaultActionCallServiceOptions) {
    return new DefaultActionCallService(options);
  }

  private constructor(options: DefaultActionCallServiceOptions) {
    this.#options = options;
    this.#desk = CallDesk.create({
      ...options,
      leaseMs: options.execution.leaseMs,
      workerId: this.#workerId,
    });
  }

  async call(
    input: ActionCallInput,
    options: { caller: AgentCaller; signal?: AbortSignal },
  ): Promise<ActionCall> {
    const { reader } = this.#options;
    const { secrets, ...asked } = input;
    const line: Line = { ...options, secrets };
    const request = await reader.read(asked, options.caller);
    if (secrets && !request.action.takesSecrets) {
      throw new InputError(
        `'secrets' are not taken by action '${request.action.id}'`,
      );
    }
    for (let races = 0; races < MAX_RACES; races += 1) {
      const found = await this.#desk.begin(request, options.caller);
      const outcome =
        'openCallId' in found
          ? await this.#joinOpen(found.openCallId, request, line)
          : await this.#goOn(found, line);
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

  async #goOn(begun: BegunCall, line: Line): Promise<Outcome | undefined> {
    if ('work' in begun) {
      return this.#run(begun.work, line);
    }
    return 'id' in begun ? begun : undefined;
  }

  /**
   * The call that was found to be open: what comes of it comes of this one too, even if it ends before that was looked at.
   *
   * @returns `undefined` where it was taken back, or ended long ago: it is asked for anew
   */
  async #joinOpen(
    id: string,
    request: ReadRequest,
    line: Line,
  ): Promise<Outcome | undefined> {
    const { store } = this.#options;
    const row = await store.get(id);
    if (!row || row.state === 'withdrawn') {
      return undefined;
    }
    if (row.call_key && this.#isOver(row, request.at)) {
      await store.closeCall(id);
      return undefined;
    }
    return this.#join(row, line);
  }

  /** A call that is open already: nothing is asked for twice. */
  async #join(row: ActionRequestRow, line: Line): Promise<Outcome> {
    switch (row.state) {
      case 'authorised': {
        const { advancer, store } = this.#options;
        const work = await advancer.claim(row, this.#workerId);
        if (work) {
          return this.#run(work, line);
        }
        const now = await store.get(row.id);
        // still authorised: it could not be evaluated just now, and the agent is told
        return now?.state === 'executing'
          ? this.#waitFor(now, line)
          : { id: row.id };
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
    const [closed, executions] = await Promise.all([
      line.signal?.aborted ? undefined : store.closeCall(id),
      store.executions([id]),
    ]);
    const row = closed ?? (await store.get(id));
    const request = toActionRequest(row!, executions.get(id));
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
