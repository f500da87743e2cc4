import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entity } from '../../__testUtils__/entity';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { StoredPolicy } from '../../store/PolicyStore';
import { PolicyVisibility } from '../policies/PolicyVisibility';
import { DefaultOrganizationService } from './DefaultOrganizationService';

const CALLER = {
  kind: 'person',
  ref: 'user:default/ada',
  credentials: mockCredentials.user('user:default/ada'),
} as const;
const HIDDEN = ['group:default/secret', 'component:default/secret'];
const ENTITIES = [
  entity('Group', 'payments'),
  entity('Group', 'secret'),
  entity('Component', 'mailer'),
  entity('Component', 'secret'),
].map(one => ({
  ...one,
  relations:
    one.kind === 'Component'
      ? [{ type: 'ownedBy', targetRef: 'group:default/payments' }]
      : [],
}));

/** A catalog that shows the plugin itself everything, and people not all of it. */
function catalogFor() {
  const catalog = catalogServiceMock({ entities: ENTITIES });
  const shows = (name: string, kind: string, options: any) =>
    options.credentials.principal.type === 'service' ||
    !HIDDEN.includes(`${kind.toLowerCase()}:default/${name}`);
  const byRefs = catalog.getEntitiesByRefs.bind(catalog);
  catalog.getEntitiesByRefs = async (query, options) => ({
    items: (await byRefs(query, options)).items.map(one =>
      one && shows(one.metadata.name, one.kind, options) ? one : undefined,
    ),
  });
  const stream = catalog.streamEntities.bind(catalog);
  catalog.streamEntities = async function* streamShown(query, options) {
    for await (const page of stream(query, options)) {
      yield page.filter(one => shows(one.metadata.name, one.kind, options));
    }
  };
  return catalog;
}

const policyOver = (name: string): StoredPolicy => ({
  ref: `agentpolicy:default/${name}`,
  state: 'enforcing',
  level: 'service',
  textDigest: name,
  title: name,
  because: '',
  problems: [],
  checkpoints: [],
  revision: 1,
  changedAt: '2026-11-20T10:00:00.000Z',
});

function serviceWith(seen: string[]) {
  return DefaultOrganizationService.create({
    catalog: catalogFor(),
    store: {
      all: async () => [policyOver('mailer'), policyOver('other')],
      texts: async digests =>
        new Map(
          digests.map(name => [
            name,
            JSON.stringify({ entity: `component:default/${name}` }),
          ]),
        ),
    },
    visibility: {
      visible: async (policies: StoredPolicy[]) =>
        policies.filter(({ ref }) => seen.includes(ref)),
    } as unknown as PolicyVisibility,
    actions: { list: () => [] } as unknown as ActionRegistry,
    config: { policyAdmins: [], environments: [], requiredLevels: [] },
    now: () => new Date('2026-11-20T10:00:00Z'),
  });
}

describe('DefaultOrganizationService', () => {
  it('invariant 14: leaves out what the caller may not read, as if it did not exist', async () => {
    const organization = await serviceWith([]).export(
      { entity: ['component:default/secret', 'component:default/never-was'] },
      { caller: CALLER },
    );
    expect(organization.groups).toEqual([{ ref: 'group:default/payments' }]);
    expect(organization.entities).toEqual([]);
  });

  it('tells who owns what policies that the caller may see speak about', async () => {
    const organization = await serviceWith([
      'agentpolicy:default/mailer',
    ]).export({}, { caller: CALLER });
    expect(organization.entities).toEqual([
      { ref: 'component:default/mailer', owner: 'group:default/payments' },
    ]);
  });
});
