import { Entity } from '@backstage/catalog-model';
import { tierOf } from './entityMarks';
import { graphEntity, loaderOf } from './__testUtils__/graph';
import { walkDependents } from './walkDependents';

const tier = (name: string) => ({
  annotations: { 'agent-governance.io/tier': name },
});
const target = (relations: Record<string, string[]>) =>
  graphEntity('component:target', relations);

async function walk(
  entities: Entity[],
  bounds: { maxDepth?: number; maxNodes?: number } = {},
) {
  return walkDependents({
    target: entities[0],
    maxDepth: bounds.maxDepth ?? 6,
    maxNodes: bounds.maxNodes ?? 500,
    tierOf: entity => tierOf(entity, []),
    load: loaderOf(entities),
  });
}

describe('walkDependents', () => {
  it('counts who depends on it, directly and through others, once each, with their tiers', async () => {
    expect(
      await walk([
        target({ dependencyOf: ['component:a', 'component:b'] }),
        graphEntity(
          'component:a',
          { dependencyOf: ['component:c'] },
          tier('1'),
        ),
        graphEntity('component:b', { dependencyOf: ['component:c'] }),
        graphEntity('component:c', { dependsOn: ['component:x'] }, tier('2')),
      ]),
    ).toEqual({
      state: 'known',
      count: 3,
      tiers: [
        { state: 'known', value: '1' },
        { state: 'none' },
        { state: 'known', value: '2' },
      ],
    });
  });

  it('counts who consumes an API that it provides, and not the API', async () => {
    expect(
      await walk([
        target({ providesApi: ['api:rest'] }),
        graphEntity('api:rest', {
          apiProvidedBy: ['component:target'],
          apiConsumedBy: ['component:a', 'component:b'],
        }),
        graphEntity('component:a'),
        graphEntity('component:b'),
      ]),
    ).toMatchObject({ state: 'known', count: 2 });
  });

  it('counts who depends on what is in it, and not what is in it', async () => {
    expect(
      await walk([
        graphEntity('system:target', {
          hasPart: ['component:in', 'component:inner'],
        }),
        graphEntity('component:in', {
          dependencyOf: ['component:inner', 'component:out'],
        }),
        graphEntity('component:inner'),
        graphEntity('component:out', { hasPart: ['component:far'] }),
      ]),
    ).toMatchObject({ state: 'known', count: 1 });
  });

  it('walks a circle once', async () => {
    expect(
      await walk([
        target({ dependencyOf: ['component:a'] }),
        graphEntity('component:a', {
          dependencyOf: ['component:target', 'component:b', 'component:a'],
        }),
        graphEntity('component:b', { dependencyOf: ['component:a'] }),
      ]),
    ).toMatchObject({ state: 'known', count: 2 });
  });

  it('knows of none where there is none', async () => {
    expect(await walk([target({ dependsOn: ['component:db'] })])).toEqual({
      state: 'known',
      count: 0,
      tiers: [],
    });
  });

  it('invariant 11: beyond the bounds, or where something is missing, it is unknown and not a smaller number', async () => {
    const chain = ['target', 'a', 'b', 'c'].map((name, index, names) =>
      graphEntity(`component:${name}`, {
        dependencyOf: names[index + 1] ? [`component:${names[index + 1]}`] : [],
      }),
    );
    expect(await walk(chain, { maxDepth: 3 })).toMatchObject({ count: 3 });
    expect(await walk(chain, { maxDepth: 2 })).toMatchObject({
      state: 'unknown',
    });
    expect(await walk(chain, { maxNodes: 4 })).toMatchObject({ count: 3 });
    expect(await walk(chain, { maxNodes: 3 })).toMatchObject({
      state: 'unknown',
    });
    expect(await walk(chain.slice(0, 3))).toMatchObject({
      state: 'unknown',
      because: expect.stringContaining('not in the catalog'),
    });
  });
});
