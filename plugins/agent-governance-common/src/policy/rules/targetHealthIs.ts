import { z } from 'zod';
import { HEALTH_STATUSES, HealthStatus } from '../../model';
import { readFact } from '../facts';
import { formatInstant, notKnown, plainText } from '../wording';
import { PolicyRule } from './PolicyRule';

/**
 * True when the worst that any source says of the target's health is one of those listed.
 * Unknown when no source says anything, or what it said is too old.
 *
 * @public
 */
export const targetHealthIs: PolicyRule<{ statuses: HealthStatus[] }> = {
  name: 'targetHealthIs',
  description:
    'The worst that any source says of the health of the target is one of those listed',
  version: 1,
  changeability: 'circumstance',
  paramsSchema: z.strictObject({
    statuses: z.array(z.enum(HEALTH_STATUSES)).min(1),
  }),
  evaluate(facts, { statuses }) {
    const { value, read } = readFact(facts, 'conditions.health');
    if (value === undefined) {
      return {
        result: 'unknown',
        because: notKnown('how the target is', read),
        reads: [read],
      };
    }
    const { status, source, reportedAt } = value;
    return {
      result: statuses.includes(status),
      because: `the target is ${status} (source ${plainText(
        source,
      )}, ${plainText(formatInstant(reportedAt))})`,
      reads: [read],
    };
  },
};
