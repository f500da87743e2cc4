import { CheckpointCoverageCell } from '@agentgov/backstage-plugin-agent-governance-common';
import { useAddress } from '../../address';

/** Which cells are looked at. */
export interface CoverageFilter {
  /** Part of an action's id. */
  action?: string;
  /** By name. */
  environment?: string;
  /** Only what nobody decided about. */
  uncovered?: boolean;
}

/** The filter that the address holds, and a way to change some of it. */
export function useCoverageFilter(): [
  CoverageFilter,
  (change: CoverageFilter) => void,
] {
  const [address, setAddress] = useAddress([
    'action',
    'environment',
    'uncovered',
  ]);
  return [
    {
      action: address.action,
      environment: address.environment,
      uncovered: address.uncovered === 'only',
    },
    ({ uncovered, ...change }) =>
      setAddress({
        ...change,
        ...(uncovered !== undefined && {
          uncovered: uncovered ? 'only' : undefined,
        }),
      }),
  ];
}

/** Whether a cell is one that is looked at. */
export function isIn(
  { action, environment, uncovered }: CoverageFilter,
  cell: CheckpointCoverageCell,
): boolean {
  const wanted = action?.trim().toLocaleLowerCase('en-US');
  return (
    (!wanted || cell.actionId.toLocaleLowerCase('en-US').includes(wanted)) &&
    (!environment || cell.environment === environment) &&
    (!uncovered || cell.state === 'uncovered')
  );
}
