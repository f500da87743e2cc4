import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ActionRegistry } from '../actions/ActionRegistry';
import { GovernanceConfig } from '../GovernanceConfig';
import { ChangeNotifier } from '../service/ChangeNotifier';
import { DefaultDelegationService } from '../service/delegations/DefaultDelegationService';
import { DelegationSweeper } from '../service/delegations/DelegationSweeper';
import { EntityVisibility } from '../service/types';
import { DatabaseDelegationStore } from '../store/DatabaseDelegationStore';

/** Everything about delegations: the service people and agents use, what decisions read, and the sweep of what ended. */
export function createDelegations(deps: {
  knex: Knex;
  config: GovernanceConfig;
  actions: ActionRegistry;
  visibility: EntityVisibility;
  notifier: ChangeNotifier;
  logger: LoggerService;
  now: () => Date;
}) {
  const store = DatabaseDelegationStore.create(deps);
  const sweeper = DelegationSweeper.create({ ...deps, store });
  return {
    store,
    sweeper,
    service: DefaultDelegationService.create({ ...deps, store, sweeper }),
  };
}
