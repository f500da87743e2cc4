import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { EntityContainers } from '../facts/EntityContainers';
import { RecordedFreezes } from '../facts/RecordedFreezes';
import { GovernanceConfig } from '../GovernanceConfig';
import { DatabaseFreezeStore } from '../store/DatabaseFreezeStore';
import { ChangeNotifier } from '../service/ChangeNotifier';
import { DefaultFreezeService } from '../service/freezes/DefaultFreezeService';
import { EntityVisibility, PeopleDirectory } from '../service/types';
import { FreezeAuthority } from '../service/freezes/FreezeAuthority';
import { FreezeLister } from '../service/freezes/FreezeLister';

/** Everything about freezes: the service people use, and the facts decisions read. */
export function createFreezes(deps: {
  auth: AuthService;
  catalog: CatalogService;
  knex: Knex;
  config: GovernanceConfig;
  people: PeopleDirectory;
  visibility: EntityVisibility;
  notifier: ChangeNotifier;
  now: () => Date;
}) {
  const store = DatabaseFreezeStore.create(deps);
  const containers = EntityContainers.create(deps);
  return {
    store,
    containers,
    facts: RecordedFreezes.create({ store, containers }),
    service: DefaultFreezeService.create({
      ...deps,
      store,
      authority: FreezeAuthority.create(deps),
      lister: FreezeLister.create({ ...deps, store, containers }),
    }),
  };
}
