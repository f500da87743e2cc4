import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ana } from '../__testUtils__/viewSources';
import { CatalogEntityVisibility } from './CatalogEntityVisibility';

function setUp(names: string[]) {
  const entities: Entity[] = names.map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
  }));
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: jest.fn(async ({ entityRefs }) => ({
      items: entityRefs.map((ref: string) =>
        entities.find(({ metadata }) => ref.endsWith(`/${metadata.name}`)),
      ),
    })),
  });
  return { catalog, visibility: CatalogEntityVisibility.create({ catalog }) };
}

describe('invariant 14: CatalogEntityVisibility', () => {
  it('asks with the caller’s own credentials, each entity once, in few requests', async () => {
    const names = Array.from({ length: 450 }, (_, index) => `c${index}`);
    const { catalog, visibility } = setUp(names);
    const refs = names.map(name => `component:default/${name}`);
    const readable = await visibility.readable([...refs, ...refs], ana);

    expect(readable).toEqual(new Set(refs));
    expect(
      catalog.getEntitiesByRefs.mock.calls.map(([{ entityRefs }, options]) => [
        entityRefs.length,
        options === undefined
          ? false
          : 'credentials' in options && options.credentials === ana.credentials,
      ]),
    ).toEqual([
      [200, true],
      [200, true],
      [50, true],
    ]);
  });

  it('answers in the spelling it was asked in, and takes what is no ref for hidden', async () => {
    const { visibility } = setUp(['a']);
    await expect(
      visibility.readable(
        ['Component:Default/A', 'component:default/b', 'no ref', ''],
        ana,
      ),
    ).resolves.toEqual(new Set(['Component:Default/A']));
  });

  it('asks nothing about nothing', async () => {
    const { catalog, visibility } = setUp([]);
    await expect(visibility.readable([], ana)).resolves.toEqual(new Set());
    expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();
  });

  it('invariant 2: is an error when the catalog does not answer', async () => {
    const { catalog, visibility } = setUp([]);
    catalog.getEntitiesByRefs.mockRejectedValue(new Error('down'));
    await expect(
      visibility.readable(['component:default/a'], ana),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });
});
