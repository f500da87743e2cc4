import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { ActionRegistry } from '../actions/ActionRegistry';
import { EntityContainers } from '../facts/EntityContainers';
import { RecordedStops } from '../facts/RecordedStops';
import { GovernanceConfig } from '../GovernanceConfig';
import { ChangeNotifier } from '../service/ChangeNotifier';
import { DefaultStopService } from '../service/stops/DefaultStopService';
import { StopAuthority } from '../service/stops/StopAuthority';
import { StopLister } from '../service/stops/StopLister';
import { StopReleaser } from '../service/stops/StopReleaser';
import { StopSweeper } from '../service/stops/StopSweeper';
import { StopTargets } from '../service/stops/StopTargets';
import { EntityVisibility, PeopleDirectory } from '../service/types';
import { DatabaseStopStore } from '../store/DatabaseStopStore';

/** Everything about stops: the service people use, the facts decisions read, and the sweep of what they cover. */
export function createStops(deps: {
  auth: AuthService;
  catalog: CatalogService;
  knex: Knex;
  config: GovernanceConfig;
  actions: ActionRegistry;
  containers: EntityContainers;
  people: PeopleDirectory;
  visibility: EntityVisibility;
  notifier: ChangeNotifier;
  logger: LoggerService;
  now: () => Date;
}) {
  const store = DatabaseStopStore.create(deps);
  const targets = StopTargets.create({ ...deps, store });
  const sweeper = StopSweeper.create({ ...deps, store, targets });
  const authority = StopAuthority.create(deps);
  return {
    store,
    sweeper,
    facts: RecordedStops.create({ ...deps, store }),
    service: DefaultStopService.create({
      ...deps,
      store,
      targets,
      sweeper,
      authority,
      releaser: StopReleaser.create({ ...deps, store, sweeper, authority }),
      lister: StopLister.create({ ...deps, store }),
    }),
  };
}
