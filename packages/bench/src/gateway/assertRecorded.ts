import { GatewayPortal } from './GatewayPortal';
import { Recorded } from './report/createReport';
import { RoadSeries } from './runRoads';

/**
 * Has the verifier look at the whole record.
 *
 * @throws Error when it does not hold, or has fewer entries than there were governed calls
 */
export async function assertRecorded(
  portal: GatewayPortal,
  series: RoadSeries[],
): Promise<Recorded> {
  const calls = series
    .filter(({ road }) => road.isGoverned)
    .flatMap(({ rounds }) => rounds)
    .reduce((sum, { figures }) => sum + figures.samples, 0);
  const { entries, findings } = await portal.asPerson<{
    entries: number;
    findings: unknown[];
  }>('/v1/ledger/verification');
  if (findings.length > 0 || entries < calls) {
    throw new Error(
      `The ledger of ${calls} calls does not hold: ${entries} entries, ${JSON.stringify(
        findings.slice(0, 3),
      )}`,
    );
  }
  return { calls, entries, findings: findings.length };
}
