/**
 * Calls that are on their way in this process, so that a client can take one back with another request of its own.
 *
 * The gateway keeps no sessions. The id that a client is given when it introduces itself only tells apart clients of one
 * agent that number their requests alike; one that does not send it cannot take back anything but by hanging up.
 */
export class CallsInFlight {
  readonly #calls = new Map<string, AbortController>();

  static create() {
    return new CallsInFlight();
  }

  private constructor() {}

  /** Until `end` is called, `cancel` with the same values aborts the signal. */
  begin(call: ClientRequest): { signal: AbortSignal; end(): void } {
    const controller = new AbortController();
    const key = keyOf(call);
    if (key !== undefined) {
      this.#calls.set(key, controller);
    }
    return {
      signal: controller.signal,
      end: () => {
        if (key !== undefined && this.#calls.get(key) === controller) {
          this.#calls.delete(key);
        }
      },
    };
  }

  cancel(call: ClientRequest): void {
    const key = keyOf(call);
    if (key !== undefined) {
      this.#calls.get(key)?.abort(new Error('The client took the call back'));
    }
  }
}

/** One request of one client of one agent. */
export interface ClientRequest {
  agentRef: string;
  sessionId: string | undefined;
  requestId: string | number | undefined;
}

function keyOf({ agentRef, sessionId, requestId }: ClientRequest) {
  return sessionId === undefined || requestId === undefined
    ? undefined
    : JSON.stringify([agentRef, sessionId, requestId]);
}
