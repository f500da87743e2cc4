import { ActionRequestStore } from '../../store/ActionRequestStore';
import { Claim } from '../../store/operations/claimExecution';
import { ActionRequestRow, ExecutionRow } from '../../store/rows';
import { StopStore } from '../../store/StopStore';

export type { Claim } from '../../store/operations/claimExecution';
export type { ActionRequestRow as QueuedRequest } from '../../store/rows';

/** A request that is being carried out, or was, with its execution. */
export interface StartedRequest {
  request: ActionRequestRow;
  execution: ExecutionRow;
}

/** What a worker may look at and hold on to; what it decides goes through {@link RequestAdvancer}. */
export class ExecutionQueue {
  readonly #store: ActionRequestStore;
  readonly #stops: Pick<StopStore, 'stopsOfExecutions'>;
  readonly #now: () => Date;

  static create(options: {
    store: ActionRequestStore;
    stops: Pick<StopStore, 'stopsOfExecutions'>;
    now: () => Date;
  }) {
    return new ExecutionQueue(options);
  }

  private constructor(options: {
    store: ActionRequestStore;
    stops: Pick<StopStore, 'stopsOfExecutions'>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#stops = options.stops;
    this.#now = options.now;
  }

  /** Requests whose next step is due, oldest first. */
  async due(limit: number): Promise<ActionRequestRow[]> {
    return this.#store.due({ now: this.#now(), limit });
  }

  /** Ids of requests whose worker is gone, or gave up for now. */
  async abandoned(limit: number): Promise<string[]> {
    const rows = await this.#store.abandoned(limit);
    return rows.map(row => row.request_id);
  }

  /** A request that was started; `undefined` when it is done by now. */
  async started(requestId: string): Promise<StartedRequest | undefined> {
    const [request, executions] = await Promise.all([
      this.#store.get(requestId),
      this.#store.executions([requestId]),
    ]);
    const execution = executions.get(requestId);
    return request?.state === 'executing' && execution?.state === 'running'
      ? { request, execution }
      : undefined;
  }

  /** Whether a request may no longer be started, or started again. */
  isLate(request: ActionRequestRow): boolean {
    return (
      request.execute_by !== null &&
      request.execute_by <= this.#now().toISOString()
    );
  }

  /** @returns `false` when the claim is no longer the caller's. */
  async renew(claim: Claim, leaseMs: number): Promise<boolean> {
    return this.#store.renew(claim, leaseMs);
  }

  /** Of requests that are being carried out, those a stop was pulled on meanwhile, with the stop's id. */
  async stopped(requestIds: string[]): Promise<Map<string, string>> {
    return this.#stops.stopsOfExecutions(requestIds);
  }

  /** Gives a claim up, so that another attempt under the same key may follow. */
  async release(options: {
    claim: Claim;
    retryAfterMs: number;
    error: string;
  }): Promise<boolean> {
    return this.#store.release(options);
  }

  /** Drops renderings that nobody can quote any more. */
  async sweep(before: Date): Promise<void> {
    await this.#store.dropPresentationsBefore(before);
  }
}
