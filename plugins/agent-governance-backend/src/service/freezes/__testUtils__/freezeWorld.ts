import { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { CatalogPlan, buildCatalog } from '../../../__testUtils__/buildCatalog';
import { catalogHiding } from '../../../__testUtils__/catalogHiding';
import { FreezeCalendarConfig } from '../../../GovernanceConfig';
import { createFreezes } from '../../../wiring/createFreezes';
import { PersonCaller } from '../../Caller';
import { CatalogPeopleDirectory } from '../../people/CatalogPeopleDirectory';

/** Friday, 2026-11-20, noon. */
export const START = Date.UTC(2026, 10, 20, 12);
export const HOUR = 3_600_000;

const PLAN: CatalogPlan = {
  people: {
    ann: ['payments'],
    abe: ['payments'],
    al: ['payments'],
    bo: ['sre'],
    cy: ['admins'],
    dee: [],
  },
  groups: { payments: undefined, sre: undefined, admins: undefined },
  things: {
    'domain:money': { owner: 'group:default/sre' },
    'system:payments': {
      owner: 'group:default/payments',
      partOf: ['domain:default/money'],
    },
    'component:payments-api': {
      owner: 'group:default/payments',
      partOf: ['system:default/payments'],
      spec: { type: 'service' },
    },
    'component:payments-web': {
      owner: 'group:default/sre',
      partOf: ['system:default/payments'],
      spec: { type: 'website' },
    },
    'component:loose': { spec: { type: 'service' } },
    'component:secret': { owner: 'group:default/sre' },
    'agent:deploy-bot': { owner: 'group:default/sre' },
  },
};

const person = (name: string): PersonCaller => ({
  kind: 'person',
  ref: `user:default/${name}`,
  credentials: mockCredentials.user(`user:default/${name}`),
});

/** `ann`, `abe` and `al` own payments, `bo` the environments, `cy` administers, `dee` nothing; `ghost` is nobody. */
export const [ann, abe, al, bo, cy, dee, ghost] = [
  'ann',
  'abe',
  'al',
  'bo',
  'cy',
  'dee',
  'ghost',
].map(person);

/** Everything about freezes over a catalog of a few teams. */
export function freezeWorld(options: {
  knex: Knex;
  /** Entity refs that people may not read. */
  hidden?: string[];
  quorum?: number;
  calendars?: FreezeCalendarConfig[];
  urlReader?: UrlReaderService;
}) {
  const { knex, hidden = [], quorum = 1, calendars = [] } = options;
  const clock = { ms: START };
  const { catalog, visibility } = catalogHiding(buildCatalog(PLAN), hidden);
  const auth = mockServices.auth();
  const environment = { owner: 'group:default/sre' };
  const notifier = { changed: jest.fn() };
  const freezes = createFreezes({
    auth,
    catalog,
    config: {
      environments: [
        { ...environment, name: 'staging', rank: 1, production: false },
        { ...environment, name: 'production', rank: 2, production: true },
      ],
      admins: ['group:default/admins'],
      freezes: { exceptionQuorum: quorum, calendars },
    },
    urlReader: options.urlReader ?? mockServices.urlReader.mock(),
    logger: mockServices.logger.mock(),
    people: CatalogPeopleDirectory.create({ auth, catalog }),
    visibility,
    notifier,
    knex,
    now: () => new Date(clock.ms),
  });
  const entries = async (): Promise<
    Array<{ type: string; body: Record<string, unknown> }>
  > =>
    (
      await knex('ledger_entry')
        .orderBy([{ column: 'stream' }, { column: 'stream_index' }])
        .select('envelope')
    ).map(({ envelope }) => JSON.parse(envelope));
  return { ...freezes, clock, notifier, catalog, knex, entries };
}
