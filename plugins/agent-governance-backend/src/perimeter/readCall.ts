import { Request, Response, json } from 'express';
import { InputError } from '@backstage/errors';
import {
  JsonObject,
  JsonValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Invocation } from './readInvocation';

/** What is around an action's input. */
const ENVELOPE_BYTES = 16 * 1024;

/** What a request carries. */
export interface CallContent {
  body: JsonValue;
  query: Record<string, string>;
}

/**
 * Reads the JSON body and the query of a request. The plugin behind finds the body read, as its own parser would
 * have left it.
 *
 * @param options - `inputBytes`: the most an action's input may be
 * @throws InputError for anything but JSON, and for a query that names something twice; an error with status 413 for
 *   a body that is too large
 */
export async function readCall(
  req: Request,
  res: Response,
  options: { inputBytes: number },
): Promise<CallContent> {
  const isEmpty = req.headers['content-length'] === '0';
  if (!isEmpty && req.is('application/json') === false) {
    throw new InputError(
      'The body must be JSON, with content type application/json',
    );
  }
  const parse = json({ limit: options.inputBytes + ENVELOPE_BYTES });
  await new Promise<void>((resolve, reject) => {
    parse(req, res, error => (error ? reject(error) : resolve()));
  });
  return { body: req.body ?? {}, query: readQuery(req.url) };
}

function readQuery(url: string): Record<string, string> {
  const [, text = ''] = url.split(/\?(.*)/s);
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (Object.hasOwn(query, name)) {
      throw new InputError(`The query names '${name}' twice`);
    }
    Object.defineProperty(query, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return query;
}

/**
 * What an invocation gives the action: v1 carries the input alone, v2 secrets beside it.
 *
 * @throws InputError for a body of another shape
 */
export function readInvocationInput(
  body: JsonValue,
  { version }: Invocation,
): { input: JsonObject; secrets?: JsonObject } {
  const envelope = asObject(body, 'The body');
  if (version === 'v1') {
    return { input: envelope };
  }
  const unknown = Object.keys(envelope).find(
    key => key !== 'input' && key !== 'secrets',
  );
  if (unknown !== undefined) {
    throw new InputError(
      `The body has '${unknown}', and may have input and secrets`,
    );
  }
  const { input = {}, secrets } = envelope;
  return {
    input: asObject(input, `'input'`),
    ...(secrets !== undefined && {
      secrets: asObject(secrets, `'secrets'`),
    }),
  };
}

function asObject(value: JsonValue, what: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(`${what} must be a JSON object`);
  }
  return value as JsonObject;
}
