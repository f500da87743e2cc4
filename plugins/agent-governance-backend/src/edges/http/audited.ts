import { Request } from 'express';
import {
  AuditorService,
  AuditorServiceEvent,
  AuditorServiceEventSeverityLevel,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { assertError, toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';

/**
 * Runs a handler between the start and the end of one audit event, whatever way it ends.
 *
 * @remarks
 *
 * Nothing runs when the event cannot be started. What has been done stays done when its end cannot be written:
 * the auditor is a second sink, and the ledger the record.
 */
export async function audited<T>(
  options: {
    auditor: AuditorService;
    logger: LoggerService;
    eventId: string;
    severityLevel: AuditorServiceEventSeverityLevel;
    /** Who asks is taken from it; absent where the platform does not know them. */
    request?: Request;
    meta?: JsonObject;
  },
  handle: () => Promise<T>,
): Promise<T> {
  const { auditor, logger, eventId, severityLevel, request, meta } = options;
  const event = await auditor.createEvent({
    eventId,
    severityLevel,
    request,
    meta: { ...request?.params, ...meta },
  });

  let answer: T;
  try {
    answer = await handle();
  } catch (error) {
    assertError(error);
    await end(() => event.fail({ error }), logger);
    throw error;
  }
  await end(() => event.success(), logger);
  return answer;
}

async function end(
  write: () => ReturnType<AuditorServiceEvent['success']>,
  logger: LoggerService,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    logger.error('The end of an audit event was not written', toError(error));
  }
}
