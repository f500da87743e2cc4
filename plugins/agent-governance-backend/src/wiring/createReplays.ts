import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { GovernanceConfig } from '../GovernanceConfig';
import { PolicyDrafts } from '../policies/PolicyDrafts';
import { CurrentPolicies } from '../policies/PolicyIndexes';
import { DefaultReplayService } from '../service/replays/DefaultReplayService';
import { ReplayDesk } from '../service/replays/ReplayDesk';
import { ReplayQueue } from '../service/replays/ReplayQueue';
import { ReplayRunner } from '../service/replays/ReplayRunner';
import { DatabaseDecisionHistory } from '../store/DatabaseDecisionHistory';
import { DatabasePolicyStore } from '../store/DatabasePolicyStore';
import { DatabaseReplayStore } from '../store/DatabaseReplayStore';

/** Trying drafts on recorded decisions: the service people use, and the queue that does the work. */
export function createReplays(deps: {
  knex: Knex;
  config: Pick<GovernanceConfig, 'replays'>;
  policies: CurrentPolicies;
  drafts: PolicyDrafts;
  logger: LoggerService;
  now: () => Date;
}) {
  const { knex } = deps;
  const settings = deps.config.replays;
  const store = DatabaseReplayStore.create({ knex });
  const history = DatabaseDecisionHistory.create({ knex });
  const queue = ReplayQueue.create({
    ...deps,
    store,
    settings,
    runner: ReplayRunner.create({
      ...deps,
      store,
      history,
      settings,
      policies: DatabasePolicyStore.create({ knex }),
    }),
  });
  const listeners: Array<() => void> = [];
  queue.onFree(() => listeners.forEach(listener => listener()));
  const desk = ReplayDesk.create({
    ...deps,
    store,
    history,
    onQueued: () => listeners.forEach(listener => listener()),
  });
  return {
    replays: DefaultReplayService.create({ ...deps, store, desk, queue }),
    replayDesk: desk,
    replayQueue: {
      tick: () => queue.tick(),
      sweep: () => queue.sweep(),
      stop: () => queue.stop(),
      /** There may be something to run, or room to run it. */
      onWork: (listener: () => void) => {
        listeners.push(listener);
      },
    },
  };
}
