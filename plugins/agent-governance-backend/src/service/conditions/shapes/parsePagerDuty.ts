import { z } from 'zod';
import { parseInstant } from '../../input/parseInstant';
import { ParsedDelivery } from '../ParsedReport';
import { parseShape } from './parseShape';

/** As far as it is read; what is beside it is theirs. */
const webhook = z.object({
  event: z.object({
    event_type: z.string().max(255),
    occurred_at: z.string(),
    data: z.object({ type: z.string().max(255) }),
  }),
});

const incident = z.object({
  event: z.object({
    data: z.object({
      id: z.string().min(1).max(255),
      status: z.enum(['triggered', 'acknowledged', 'resolved']),
      title: z.string().nullish(),
      created_at: z.string().nullish(),
      urgency: z.string().nullish(),
      priority: z.object({ summary: z.string().nullish() }).nullish(),
      service: z.object({ id: z.string().min(1).max(255) }),
    }),
  }),
});

/**
 * A V3 webhook of PagerDuty: one event. Every event of an incident carries its state, so that any of them will do;
 * events of other things say only that the source is there.
 *
 * See https://developer.pagerduty.com/docs/webhooks-overview
 *
 * @throws InputError naming what does not fit
 */
export function parsePagerDuty(body: unknown): ParsedDelivery {
  const { event } = parseShape(webhook, body);
  const occurredAt = parseInstant(event.occurred_at, 'event.occurred_at');
  if (event.data.type !== 'incident') {
    return { reports: [], spokeAt: occurredAt };
  }
  const { data } = parseShape(incident, body).event;
  return {
    spokeAt: occurredAt,
    reports: [
      {
        key: data.id,
        subject: data.service.id,
        status: data.status === 'resolved' ? 'resolved' : 'open',
        title: data.title ?? undefined,
        severity: data.priority?.summary ?? data.urgency ?? undefined,
        openedAt: data.created_at
          ? parseInstant(data.created_at, 'event.data.created_at')
          : undefined,
        observedAt: occurredAt,
        path: 'event.occurred_at',
      },
    ],
  };
}
