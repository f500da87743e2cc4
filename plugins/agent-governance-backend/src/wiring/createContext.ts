import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { ActionRegistry } from '../actions/ActionRegistry';
import { ContextReader } from '../facts/ContextReader';
import { FreezesAhead } from '../facts/freezes/FreezesAhead';
import { RecordedContext } from '../facts/RecordedContext';
import { GovernanceConfig } from '../GovernanceConfig';
import { DatabaseContextStore } from '../store/DatabaseContextStore';
import { ChangeNotifier } from '../service/ChangeNotifier';
import { DefaultContextService } from '../service/context/DefaultContextService';
import { EntityVisibility, PeopleDirectory } from '../service/types';
import { ContextReporter } from '../service/context/ContextReporter';
import { ContextSigner } from '../service/context/ContextSigner';
import { ContextSnapshots } from '../service/context/ContextSnapshots';

/** Everything about context: the service sources, people and agents use, and the facts decisions read. */
export function createContext(deps: {
  auth: AuthService;
  catalog: CatalogService;
  knex: Knex;
  config: GovernanceConfig;
  actions: ActionRegistry;
  people: PeopleDirectory;
  visibility: EntityVisibility;
  freezes: FreezesAhead;
  notifier: ChangeNotifier;
  now: () => Date;
}) {
  const store = DatabaseContextStore.create(deps);
  const reader = ContextReader.create({
    store,
    people: deps.people,
    config: deps.config.context,
  });
  return {
    facts: RecordedContext.create({ store, reader }),
    service: DefaultContextService.create({
      ...deps,
      snapshots: ContextSnapshots.create({
        ...deps,
        store,
        reader,
        snapshotTtlMs: deps.config.context.snapshotTtlMs,
        isRequired: (factType, kind) => deps.actions.requires(factType, kind),
      }),
      reporter: ContextReporter.create({ ...deps, store }),
      signer: ContextSigner.create({ ...deps, store, reader }),
    }),
  };
}
