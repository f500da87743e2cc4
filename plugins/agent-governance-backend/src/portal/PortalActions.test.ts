import { ActionsServiceAction } from '@backstage/backend-plugin-api/alpha';
import { mockServices } from '@backstage/backend-test-utils';
import { LiveClaims } from '@agentgov/backstage-plugin-agent-governance-node';
import { ActionRegistry } from '../actions/ActionRegistry';
import { OperationRule } from './OperationRule';
import { PortalActionRule } from './PortalActionRule';
import { PortalActions } from './PortalActions';

const rule: OperationRule = {
  target: { entityRef: 'system:default/shop' },
  environment: 'staging',
  effectClass: 'idempotent',
  requiresContext: [],
  calls: [],
};

function listed(
  id: string,
  change: Partial<ActionsServiceAction> = {},
): ActionsServiceAction {
  const [pluginId, name] = id.split(':');
  return {
    id,
    pluginId,
    name,
    title: name,
    description: `Does ${name}`,
    schema: {
      input: {
        $schema: 'http://json-schema.org/draft-07/schema#',
        type: 'object',
        properties: { entityRef: { type: 'string' } },
        additionalProperties: false,
      },
      output: {},
    },
    attributes: { readOnly: true, destructive: false, idempotent: true },
    ...change,
  };
}

function setUp(rules: PortalActionRule[] = []) {
  let actions: ActionsServiceAction[] = [];
  const registry = ActionRegistry.create();
  const list = jest.fn(async () => ({ actions }));
  const portal = PortalActions.create({
    actions: { list, invoke: jest.fn() },
    auth: mockServices.auth(),
    registry,
    claims: {} as LiveClaims,
    rules,
    defaultEnvironment: 'production',
    logger: mockServices.logger.mock(),
  });
  return {
    portal,
    registry,
    list,
    offer: async (...now: ActionsServiceAction[]) => {
      actions = now;
      await portal.refresh();
    },
  };
}

describe('PortalActions', () => {
  it('invariant 2: takes what nobody mapped as strictly as can be, whatever it says of itself', async () => {
    const { registry, offer } = setUp();
    await offer(listed('shop:restock'));
    const action = registry.get('shop:restock')!;
    expect(action).toMatchObject({
      effectClass: 'once',
      tags: ['portal-action'],
      takesSecrets: false,
    });
    expect(action.undo).toBeUndefined();
    expect(action.resolve!({ entityRef: 'component:shop' })).toEqual({
      target: 'component:default/shop',
      environment: 'production',
    });
    expect(() => action.resolve!({})).toThrow('cannot be told');
  });

  it('counts the first entry that fits', async () => {
    const { registry, offer, portal } = setUp([
      { ...rule, id: 'shop:re*' },
      { ...rule, id: 'shop:*', effectClass: 'once' },
    ]);
    await offer(listed('shop:restock'), listed('shop:sell'), listed('x:y'));
    expect(
      portal
        .list()
        .map(({ id, rule: { effectClass }, isMapped }) => [
          id,
          effectClass,
          isMapped,
        ]),
    ).toEqual([
      ['shop:restock', 'idempotent', true],
      ['shop:sell', 'once', true],
      ['x:y', 'once', false],
    ]);
    expect(registry.get('shop:restock')!.resolve!({})).toEqual({
      target: 'system:default/shop',
      environment: 'staging',
    });
  });

  it('invariant 4: knows an action that changed for another one', async () => {
    const { registry, offer } = setUp();
    await offer(listed('shop:restock'));
    const before = registry.get('shop:restock')!.definitionDigest;
    await offer(listed('shop:restock'));
    expect(registry.get('shop:restock')!.definitionDigest).toBe(before);
    for (const change of [
      { description: 'Does something else' },
      { schema: { input: { type: 'object' as const }, output: {} } },
      {
        schema: {
          ...listed('shop:restock').schema,
          secrets: { type: 'object' as const },
        },
      },
    ]) {
      await offer(listed('shop:restock', change));
      expect(registry.get('shop:restock')!.definitionDigest).not.toBe(before);
    }
  });

  it('keeps what a plugin had that does not answer, and believes none about another', async () => {
    const { registry, offer } = setUp();
    await offer(listed('shop:restock'), listed('catalog:read'));
    await offer(
      listed('catalog:read'),
      listed('shop:sell', { pluginId: 'catalog' }),
    );
    expect(registry.list().map(({ id }) => id)).toEqual([
      'catalog:read',
      'shop:restock',
    ]);
    await offer(listed('shop:sell'));
    expect(registry.get('shop:restock')).toBeUndefined();
  });

  it('says what cannot be offered, and what cannot be undone', async () => {
    const { registry, offer, portal } = setUp([
      { ...rule, id: 'shop:lock', undo: 'shop:unlock' },
      { ...rule, id: 'shop:open', undo: 'shop:close' },
    ]);
    await offer(
      listed('shop:lock'),
      listed('shop:open'),
      listed('shop:close'),
      listed('shop:sé'),
    );
    const problems = Object.fromEntries(
      portal.list().map(({ id, problem }) => [id, problem]),
    );
    expect(problems).toEqual({
      'shop:close': undefined,
      'shop:open': undefined,
      'shop:lock': expect.stringContaining('shop:unlock'),
      'shop:sé': expect.stringContaining('not offered'),
    });
    expect(registry.get('shop:lock')!.undo).toBeUndefined();
    expect(registry.get('shop:open')!.undo).toBe('shop:close');
  });

  it('asks again for what nobody knows, once for many who ask', async () => {
    const { portal, list, offer } = setUp();
    await Promise.all([
      portal.lookFor('shop:restock'),
      portal.lookFor('shop:restock'),
    ]);
    expect(list).toHaveBeenCalledTimes(1);
    // and not again at once, whoever insists
    await portal.lookFor('shop:restock');
    expect(list).toHaveBeenCalledTimes(1);
    await offer(listed('shop:restock'));
    await portal.lookFor('shop:restock');
    expect(list).toHaveBeenCalledTimes(2);
  });
});
