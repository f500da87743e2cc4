import {
  AuthService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { EntityContainers } from '../facts/EntityContainers';
import { RecordedFreezes } from '../facts/RecordedFreezes';
import { FreezeCalendars } from '../facts/freezes/FreezeCalendars';
import { FreezesAhead } from '../facts/freezes/FreezesAhead';
import { FreezeTimes } from '../facts/freezes/FreezeTimes';
import { GovernanceConfig } from '../GovernanceConfig';
import { DatabaseFreezeStore } from '../store/DatabaseFreezeStore';
import { ChangeNotifier } from '../service/ChangeNotifier';
import { UrlCalendarFetcher } from '../service/freezes/CalendarFetcher';
import { CalendarReader } from '../service/freezes/CalendarReader';
import { DefaultFreezeService } from '../service/freezes/DefaultFreezeService';
import { FreezeAgendaReader } from '../service/freezes/FreezeAgendaReader';
import { FreezeAuthority } from '../service/freezes/FreezeAuthority';
import { FreezeCoverageReader } from '../service/freezes/FreezeCoverageReader';
import { FreezeDesk } from '../service/freezes/FreezeDesk';
import { FreezeDetailReader } from '../service/freezes/FreezeDetailReader';
import { FreezeExceptionDesk } from '../service/freezes/FreezeExceptionDesk';
import { FreezeFinder } from '../service/freezes/FreezeFinder';
import { FreezeImporter } from '../service/freezes/FreezeImporter';
import { FreezeLister } from '../service/freezes/FreezeLister';
import { FreezeReaders } from '../service/freezes/FreezeReaders';
import { EntityVisibility, PeopleDirectory } from '../service/types';

/** Everything about freezes: the service people use, the facts decisions read, and who reads the calendars. */
export function createFreezes(deps: {
  auth: AuthService;
  catalog: CatalogService;
  urlReader: UrlReaderService;
  logger: LoggerService;
  knex: Knex;
  config: Pick<GovernanceConfig, 'environments' | 'admins' | 'freezes'>;
  people: PeopleDirectory;
  visibility: EntityVisibility;
  notifier: ChangeNotifier;
  now: () => Date;
}) {
  const { exceptionQuorum, calendars: configured } = deps.config.freezes;
  const store = DatabaseFreezeStore.create(deps);
  const containers = EntityContainers.create(deps);
  const calendars = FreezeCalendars.create({ store, configured });
  const times = FreezeTimes.create();
  const authority = FreezeAuthority.create(deps);
  const readers = FreezeReaders.create(deps);
  const finder = FreezeFinder.create({
    ...deps,
    store,
    times,
    required: exceptionQuorum,
  });
  const shared = {
    ...deps,
    store,
    containers,
    calendars,
    times,
    authority,
    readers,
    finder,
  };
  const lister = FreezeLister.create(shared);
  return {
    containers,
    facts: RecordedFreezes.create(shared),
    service: DefaultFreezeService.create({
      ...shared,
      lister,
      agenda: FreezeAgendaReader.create({ ...shared, lister }),
      details: FreezeDetailReader.create({
        ...shared,
        coverage: FreezeCoverageReader.create(deps),
      }),
      desk: FreezeDesk.create(shared),
      exceptions: FreezeExceptionDesk.create(shared),
      importer: FreezeImporter.create(shared),
    }),
    calendarReader: CalendarReader.create({
      ...deps,
      store,
      fetcher: UrlCalendarFetcher.create(deps),
    }),
    ahead: FreezesAhead.create(shared),
  };
}
