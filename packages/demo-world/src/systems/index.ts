import { deployments, rollbacks } from './deployments';
import { escalations } from './partner';
import { runbookRuns } from './runbooks';
import { System } from './System';
import { queries } from './warehouse';

export type { System, SystemContext } from './System';

/** Everything in the demo world that can be acted on. */
export const systems: System<any>[] = [
  deployments,
  rollbacks,
  escalations,
  queries,
  runbookRuns,
];
