import {
  ConditionStatus,
  HEALTH_STATUSES,
  digestOf,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { z } from 'zod';
import { ConditionSourceConfig } from '../../../GovernanceConfig';
import { parseInstant } from '../../input/parseInstant';
import { ParsedDelivery, ParsedReport } from '../ParsedReport';
import { parseShape } from './parseShape';

/** Alerts in one delivery; a group can be cut short with `max_alerts` of the receiver. */
const MAX_ALERTS = 200;
/** The alert that always fires, so that somebody notices when none gets through. */
const WATCHDOG = 'Watchdog';
/** The label of an alert that says how its target is. */
const HEALTH_LABEL = 'health';

const texts = z.record(z.string(), z.string());

/** As far as it is read; what is beside it is theirs. */
const webhook = z.object({
  version: z.literal('4'),
  truncatedAlerts: z.number().optional(),
  alerts: z
    .array(
      z.object({
        status: z.enum(['firing', 'resolved']),
        labels: texts,
        annotations: texts.optional(),
        startsAt: z.string(),
        fingerprint: z.string().min(1).max(255).optional(),
      }),
    )
    .max(MAX_ALERTS),
});

type Alert = z.infer<typeof webhook>['alerts'][number];

/**
 * A webhook of Alertmanager, version 4: a group of alerts.
 *
 * It does not say when it looked, so that what counts is when it was received. A resolved alert takes back what it
 * said of health, and does not say that all is well: that is for an alert to say that fires while it is.
 *
 * See https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 *
 * @throws InputError naming what does not fit
 */
export function parseAlertmanager(
  body: unknown,
  source: ConditionSourceConfig,
  now: Date,
): ParsedDelivery {
  const { alerts, truncatedAlerts = 0 } = parseShape(webhook, body);
  const reports = alerts.flatMap((alert, index) =>
    alert.labels.alertname === WATCHDOG
      ? []
      : [toReport(alert, `alerts[${index}]`, { source, now })],
  );
  return {
    reports,
    spokeAt: now,
    byArrival: true,
    ...(truncatedAlerts > 0 && {
      warning: `${truncatedAlerts} alerts were cut off by max_alerts of the receiver, and are not known here`,
    }),
  };
}

function toReport(
  alert: Alert,
  path: string,
  options: { source: ConditionSourceConfig; now: Date },
): ParsedReport {
  const { source, now } = options;
  const { labels, annotations = {} } = alert;
  return {
    key: alert.fingerprint ?? digestOf('agentgov.alert-labels.v1', labels),
    subject: labels[source.entities.label],
    environment: source.environmentLabel
      ? labels[source.environmentLabel]
      : undefined,
    status: statusOf(alert, source.kind),
    title: annotations.summary ?? labels.alertname,
    severity: labels.severity,
    openedAt: parseInstant(alert.startsAt, `${path}.startsAt`),
    observedAt: now,
    path,
  };
}

function statusOf(
  alert: Alert,
  kind: ConditionSourceConfig['kind'],
): ConditionStatus {
  const isFiring = alert.status === 'firing';
  if (kind === 'incident') {
    return isFiring ? 'open' : 'resolved';
  }
  if (!isFiring) {
    return 'withdrawn';
  }
  const said = HEALTH_STATUSES.find(
    status => status === alert.labels[HEALTH_LABEL],
  );
  const guessed =
    alert.labels.severity === 'critical' ? 'unhealthy' : 'degraded';
  return said ?? guessed;
}
