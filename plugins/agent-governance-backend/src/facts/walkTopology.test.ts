import { Entity } from '@backstage/catalog-model';
import { walkTopology } from './walkTopology';

function entity(ref: string, relations: Record<string, string[]> = {}): Entity {
  const [kind, name] = ref.split(':');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations: Object.entries(relations).flatMap(([type, targets]) =>
      targets.map(target => ({
        type,
        targetRef: target.replace(':', ':default/'),
      })),
    ),
  };
}

async function walk(
  entities: Entity[],
  bounds: { maxDepth?: number; maxNodes?: number } = {},
) {
  const byRef = new Map(
    entities.map(e => [`${e.kind}:default/${e.metadata.name}`, e]),
  );
  const load = jest.fn(async (refs: string[]) => refs.map(r => byRef.get(r)));
  const surroundings = await walkTopology({
    agent: byRef.get('agent:default/bot')!,
    target: byRef.get('component:default/target')!,
    maxDepth: bounds.maxDepth ?? 4,
    maxNodes: bounds.maxNodes ?? 100,
    load,
  });
  return { ...surroundings, load };
}

describe('walkTopology', () => {
  const bot = entity('agent:bot', { operates: ['component:api'] });

  it('is at no distance from what the agent operates', async () => {
    const agent = entity('agent:bot', { operates: ['component:target'] });
    const { distance, load } = await walk([agent, entity('component:target')]);
    expect(distance).toEqual({ state: 'known', hops: 0 });
    expect(load).not.toHaveBeenCalled();
  });

  it('counts hops, whichever way a dependency points', async () => {
    const { distance } = await walk([
      bot,
      entity('component:target', { dependencyOf: ['component:middle'] }),
      entity('component:middle', { dependsOn: ['component:api'] }),
      entity('component:api'),
    ]);
    expect(distance).toEqual({ state: 'known', hops: 2 });
  });

  it('ends in a circle', async () => {
    const { distance } = await walk([
      bot,
      entity('component:target', { dependsOn: ['component:a'] }),
      entity('component:a', { dependsOn: ['component:target'] }),
    ]);
    expect(distance).toEqual({ state: 'none' });
  });

  it('invariant 11: beyond the bound of depth the distance is unknown, not none', async () => {
    const chain = ['target', 'a', 'b', 'c', 'd'].map((name, index, names) =>
      entity(`component:${name}`, {
        dependsOn: names[index + 1] ? [`component:${names[index + 1]}`] : [],
      }),
    );
    const { distance } = await walk([bot, ...chain], { maxDepth: 2 });
    expect(distance).toEqual({
      state: 'unknown',
      because: expect.stringContaining('2 hops'),
    });
  });

  it('invariant 11: beyond the bound of nodes the distance is unknown', async () => {
    const many = Array.from({ length: 20 }, (_, i) => `component:n${i}`);
    const { distance } = await walk(
      [bot, entity('component:target', { dependsOn: many })],
      { maxNodes: 10 },
    );
    expect(distance.state).toBe('unknown');
  });

  it('finds the domains of both through their systems, in one read', async () => {
    const { targetDomain, agentDomain, load } = await walk([
      entity('agent:bot', { partOf: ['system:ops'] }),
      entity('component:target', { partOf: ['system:pay'] }),
      entity('system:ops', { partOf: ['domain:platform'] }),
      entity('system:pay', { partOf: ['domain:money'] }),
    ]);
    expect(targetDomain).toEqual({
      state: 'known',
      value: 'domain:default/money',
    });
    expect(agentDomain).toEqual({
      state: 'known',
      value: 'domain:default/platform',
    });
    expect(load).toHaveBeenCalledTimes(1);
  });
});
