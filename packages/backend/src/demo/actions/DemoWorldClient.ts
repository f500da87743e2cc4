import { JsonObject } from '@backstage/types';
import {
  ActionExecutionContext,
  ExecutionFailedError,
} from '@agentgov/backstage-plugin-agent-governance-node';

/** Calls the demo world under the key and fence of one execution. */
export class DemoWorldClient {
  readonly #baseUrl: string;

  private constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  static create(options: { baseUrl: string }): DemoWorldClient {
    return new DemoWorldClient(options.baseUrl.replace(/\/+$/, ''));
  }

  /**
   * @throws ExecutionFailedError when the demo world says that it did not and will not do it. Everything else
   *   (no answer, trouble on its side) leaves open whether it happened.
   */
  async post(
    path: string,
    body: JsonObject,
    context: ActionExecutionContext,
  ): Promise<{ output: JsonObject }> {
    const response = await fetch(`${this.#baseUrl}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': context.idempotencyKey,
        'X-Execution-Epoch': String(context.epoch),
      },
      body: JSON.stringify(body),
      signal: context.signal,
    });
    if (response.status >= 400 && response.status < 500) {
      const { error } = await response.json();
      throw new ExecutionFailedError(`The demo world refused: ${error}`);
    }
    if (!response.ok) {
      throw new Error(`The demo world answered ${response.status}`);
    }
    return { output: await response.json() };
  }
}
