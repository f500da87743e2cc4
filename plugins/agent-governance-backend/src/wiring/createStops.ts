import { Knex } from 'knex';
import { EntityContainers } from '../facts/EntityContainers';
import { RecordedStops } from '../facts/RecordedStops';
import { DatabaseStopStore } from '../store/DatabaseStopStore';

/** Everything about stops: the facts decisions read. */
export function createStops(deps: {
  knex: Knex;
  containers: EntityContainers;
}) {
  const store = DatabaseStopStore.create(deps);
  return {
    store,
    facts: RecordedStops.create({ ...deps, store }),
  };
}
