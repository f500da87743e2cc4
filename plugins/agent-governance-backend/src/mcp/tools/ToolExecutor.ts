import {
  ActionExecutionContext,
  ActionExecutor,
  ExecutionFailedError,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { toPlainText } from '../toPlainText';
import { UpstreamError } from '../upstream/UpstreamError';
import { UpstreamServer } from '../upstream/UpstreamServer';
import { OutputChecks } from './OutputChecks';

/** How much of what a tool says went wrong is kept as the error. */
const ERROR_LENGTH = 500;
/** What a server is told of the call beside its arguments: enough to recognise it when it comes twice. */
const META = {
  request: 'agent-governance.io/request',
  idempotencyKey: 'agent-governance.io/idempotency-key',
};

interface Options {
  upstream: Pick<UpstreamServer, 'request'>;
  tool: string;
  output: OutputChecks;
  /** Whether the definition that was decided about is still the one that is accepted, and still what the server says. */
  isStillPinned: () => Promise<boolean>;
}

/** Calls a tool of a server behind the gateway. What it answers is handed on as it is. */
export class ToolExecutor implements ActionExecutor {
  readonly #options: Options;

  static create(options: Options) {
    return new ToolExecutor(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async execute(
    context: ActionExecutionContext,
  ): Promise<{ output: JsonObject }> {
    const { isStillPinned, output, tool } = this.#options;
    if (!(await isStillPinned())) {
      throw new ExecutionFailedError(
        `The tool '${tool}' is not what was accepted any more, so it was not called`,
      );
    }
    const result = await this.#call(context);
    const problem = output.problemWith(result);
    if (problem) {
      // it answered, so it may well have done what it was asked
      throw new UpstreamError(`The tool '${tool}' answered, but ${problem}`, {
        isCertain: false,
      });
    }
    if (result.isError) {
      throw new ExecutionFailedError(textOf(result), undefined, {
        output: result,
      });
    }
    return { output: result };
  }

  async #call(context: ActionExecutionContext): Promise<JsonObject> {
    const { upstream, tool } = this.#options;
    try {
      return await upstream.request(
        {
          method: 'tools/call',
          params: {
            name: tool,
            arguments: context.input,
            _meta: {
              [META.request]: context.requestId,
              [META.idempotencyKey]: context.idempotencyKey,
            },
          },
        },
        { signal: context.signal },
      );
    } catch (error) {
      if (error instanceof UpstreamError && error.isCertain) {
        throw new ExecutionFailedError(error.message, error);
      }
      throw error;
    }
  }
}

/** What a tool says went wrong, in short. */
function textOf(result: JsonObject): string {
  const content = result.content as Array<{ type?: string; text?: unknown }>;
  const text = content
    .flatMap(part =>
      part.type === 'text' && typeof part.text === 'string' ? [part.text] : [],
    )
    .join('\n');
  return text
    ? toPlainText(text, { max: ERROR_LENGTH })
    : 'The tool says that it failed, and not why';
}
