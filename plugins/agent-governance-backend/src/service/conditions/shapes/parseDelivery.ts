import { ConditionSourceConfig } from '../../../GovernanceConfig';
import { ParsedDelivery } from '../ParsedReport';
import { parseAlertmanager } from './parseAlertmanager';
import { parseGeneric } from './parseGeneric';
import { parsePagerDuty } from './parsePagerDuty';

/**
 * What a source sent, in the shape of its type.
 *
 * @throws InputError naming what does not fit
 */
export function parseDelivery(
  source: ConditionSourceConfig,
  body: unknown,
  now: Date,
): ParsedDelivery {
  switch (source.type) {
    case 'pagerduty':
      return parsePagerDuty(body);
    case 'alertmanager':
      return parseAlertmanager(body, source, now);
    default:
      return parseGeneric(body, source);
  }
}
