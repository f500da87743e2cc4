import { createHash } from 'node:crypto';
import {
  JsonObject,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** The most of an output that is kept, in bytes. */
const MAX_BYTES = 256 * 1024;

/** What is kept of an output that is not kept whole. */
export interface OmittedOutput extends JsonObject {
  omitted: string;
}

/**
 * What of an output is recorded: all of it, or how much it was and its digest. It is too late to refuse it: the effect
 * has happened.
 */
export function recordableOutput(output: JsonObject): JsonObject {
  let bytes: string;
  try {
    bytes = canonicalJson(output);
  } catch {
    return { omitted: 'It is not JSON that has a canonical form.' };
  }
  const length = Buffer.byteLength(bytes);
  return length <= MAX_BYTES
    ? output
    : {
        omitted: `It is larger than the ${MAX_BYTES} bytes that are kept.`,
        bytes: length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      };
}

/** Whether a recorded output is not what the executor returned. */
export function isOmitted(output: JsonObject): output is OmittedOutput {
  return typeof output.omitted === 'string';
}
