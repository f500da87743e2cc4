import express, { Request, RequestHandler, Response } from 'express';
import Router from 'express-promise-router';
import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { RateLimit } from '@agentgov/backstage-plugin-agent-governance-node';
import { ConditionIntake } from '../../service/types';
import { audited } from './audited';
import { nameBodyErrors } from './nameBodyErrors';
import { TooManyReportsError } from './TooManyReportsError';

/** More than any of the senders sends: PagerDuty drops what is larger than 256 KB. */
const MAX_BYTES = 512 * 1024;
const BURST = 240;
const PER_SECOND = 20;

/** Where systems outside report to; what the platform's own barrier lets everybody through to, and nothing else. */
export const CONDITION_REPORTS_PATH = '/v1/condition-reports/:source';

/**
 * The door for systems that are no principals of the portal. They come with a secret of their own, over the bytes as
 * they were sent, so that nothing may read the body before.
 */
export function receiveConditionReports(options: {
  intake: ConditionIntake;
  auditor: AuditorService;
  logger: LoggerService;
}): express.Router {
  const router = Router();
  router.post(
    CONDITION_REPORTS_PATH,
    limitRate(RateLimit.create({ burst: BURST, perSecond: PER_SECOND })),
    express.raw({ type: () => true, limit: MAX_BYTES }),
    nameBodyErrors,
    async (request: Request, response: Response) => {
      const { source } = request.params;
      const answer = await audited(
        {
          ...options,
          eventId: 'condition-report',
          severityLevel: 'medium',
          // its token is none of the platform's, which would refuse to write the event
          meta: { source, ip: request.ip ?? null },
        },
        () =>
          options.intake.receive({
            source,
            header: name => request.get(name),
            bytes: Buffer.isBuffer(request.body)
              ? request.body
              : Buffer.alloc(0),
          }),
      );
      response.status(200).json(answer);
    },
  );
  return router;
}

/** Counts each address by itself, so that a stranger does not use up what a source needs. */
function limitRate(limit: RateLimit): RequestHandler {
  return (request, response, next) => {
    if (limit.admits(`${request.ip} ${request.params.source}`)) {
      next();
      return;
    }
    response.set('Retry-After', '5');
    next(
      new TooManyReportsError(
        `More than ${PER_SECOND} reports a second; send it again later`,
      ),
    );
  };
}
