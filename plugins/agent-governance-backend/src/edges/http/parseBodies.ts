import { ErrorRequestHandler, RequestHandler, Router, json } from 'express';
import { nameBodyErrors } from './nameBodyErrors';

/** What is around an input: target, purpose, names. */
const ENVELOPE_BYTES = 16 * 1024;
/** A report carries many values, each with its own limit behind the door. */
const VALUES_PER_REPORT = 16;

/** A calendar file; as JSON its line ends take twice the room. */
const CALENDAR_FILE_BYTES = 1_048_576;

/** Texts of policies; as JSON their line ends take twice the room. */
const DRAFT_BYTES = 512 * 1024;
/** Facts that are overridden, all together. */
const FACT_BYTES = 256 * 1024;

/**
 * Reads JSON bodies, each route's up to what it can need.
 *
 * @param limits - the configured limits of an action's input and of one context value, in bytes
 */
export function parseBodies(limits: {
  inputBytes: number;
  contextValueBytes: number;
}): Array<RequestHandler | ErrorRequestHandler> {
  const reports = Router();
  reports.post(
    '/v1/context-reports',
    json({
      limit: limits.contextValueBytes * VALUES_PER_REPORT + ENVELOPE_BYTES,
    }),
  );
  const files = Router();
  files.post(
    '/v1/freezes/import',
    json({ limit: CALENDAR_FILE_BYTES * 2 + ENVELOPE_BYTES }),
  );
  const simulations = Router();
  simulations.post(
    '/v1/simulations',
    json({
      limit: limits.inputBytes + FACT_BYTES + DRAFT_BYTES * 2 + ENVELOPE_BYTES,
    }),
  );
  const replays = Router();
  replays.post(
    '/v1/replays',
    json({ limit: DRAFT_BYTES * 2 + ENVELOPE_BYTES }),
  );
  // A body that was read already is left alone by the second reader.
  return [
    reports,
    files,
    simulations,
    replays,
    json({ limit: limits.inputBytes + ENVELOPE_BYTES }),
    nameBodyErrors,
  ];
}
