import {
  CONDITION_STATUSES,
  ConditionStatus,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { z } from 'zod';
import { ConditionSourceConfig } from '../../../GovernanceConfig';
import { parseInstant } from '../../input/parseInstant';
import { parsePlainText } from '../../input/parsePlainText';
import { ParsedDelivery } from '../ParsedReport';
import { parseShape } from './parseShape';

/** Reports in one delivery. */
const MAX_REPORTS = 100;

const shape = (statuses: readonly ConditionStatus[]) =>
  z.strictObject({
    reports: z
      .array(
        z.strictObject({
          key: z.string(),
          entityRef: z.string(),
          environment: z.string().optional(),
          status: z.enum([...statuses] as [
            ConditionStatus,
            ...ConditionStatus[],
          ]),
          title: z.string().optional(),
          severity: z.string().optional(),
          openedAt: z.string().optional(),
          observedAt: z.string(),
        }),
      )
      .max(MAX_REPORTS),
  });

const shapes = {
  incident: shape(CONDITION_STATUSES.incident),
  health: shape(CONDITION_STATUSES.health),
  deployment: shape(CONDITION_STATUSES.deployment),
};

/**
 * Reports in the portal's own shape. An empty list says that the source is there and has nothing to say.
 *
 * @throws InputError naming what does not fit
 */
export function parseGeneric(
  body: unknown,
  source: Pick<ConditionSourceConfig, 'kind'>,
): ParsedDelivery {
  const { reports } = parseShape(shapes[source.kind], body);
  return {
    reports: reports.map((report, index) => {
      const path = `reports[${index}]`;
      const key = parsePlainText(report.key, {
        field: `${path}.key`,
        min: 1,
        max: 255,
      });
      return {
        ...report,
        key,
        subject: report.entityRef,
        openedAt:
          report.openedAt === undefined
            ? undefined
            : parseInstant(report.openedAt, `${path}.openedAt`),
        observedAt: parseInstant(report.observedAt, `${path}.observedAt`),
        path,
      };
    }),
  };
}
