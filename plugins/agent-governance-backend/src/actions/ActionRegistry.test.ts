import { GovernedAction } from '@agentgov/backstage-plugin-agent-governance-node';
import { ActionRegistry } from './ActionRegistry';

const deploy: GovernedAction = {
  id: 'deployments:deploy',
  title: 'Deploy',
  description: 'Deploys a version',
  effectClass: 'keyed',
  targetKinds: ['component'],
  inputSchema: {
    type: 'object',
    required: ['version'],
    additionalProperties: false,
    properties: {
      version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
      strategy: { enum: ['rolling', 'canary'], default: 'rolling' },
    },
  },
  executor: { execute: async () => ({}) },
};

describe('ActionRegistry', () => {
  const registry = ActionRegistry.create([deploy]);
  const registered = registry.get('deployments:deploy')!;

  it('fills in defaults and leaves the asked input alone', () => {
    const asked = { version: '1.2.3' };
    expect(registry.parseInput(registered, asked)).toEqual({
      version: '1.2.3',
      strategy: 'rolling',
    });
    expect(asked).toEqual({ version: '1.2.3' });
  });

  it('names every path that fails, and what is allowed', () => {
    expect(() =>
      registry.parseInput(registered, { strategy: 'yolo', force: true }),
    ).toThrow(
      /must have required property 'version'.*'force'.*input\.strategy.*rolling, canary/s,
    );
  });

  it.each([
    ['an id in another form', { id: 'Deploy' }, /noun:verb/],
    [
      'an unknown effect class',
      { effectClass: 'maybe' },
      /effect class must be one of/,
    ],
    ['no target kind', { targetKinds: [] }, /target kind/],
    ['an owner that is none', { owner: 'component:x' }, /group or person/],
    [
      'probeable without a probe',
      { effectClass: 'probeable' },
      /needs a probe/,
    ],
    [
      'an input that says the target itself',
      {
        inputSchema: {
          type: 'object',
          properties: { target: { type: 'string' } },
        },
      },
      /may not carry 'target'/,
    ],
    [
      'a schema that does not compile',
      { inputSchema: { type: 'nothing' } },
      /does not compile/,
    ],
  ])('refuses at start %s', (_, change, message) => {
    expect(() =>
      ActionRegistry.create([{ ...deploy, ...change } as GovernedAction]),
    ).toThrow(message);
  });

  it('refuses the same id twice', () => {
    expect(() => ActionRegistry.create([deploy, deploy])).toThrow(/same id/);
  });

  it('knows which context facts actions on a kind of entity require', () => {
    const asking = ActionRegistry.create([
      { ...deploy, requiresContext: ['runbook'] },
    ]);
    expect(asking.requires('runbook', 'Component')).toBe(true);
    expect(asking.requires('runbook', 'Resource')).toBe(false);
    expect(asking.requires('template', 'Component')).toBe(false);
  });

  it('tells who answers for an action, which makes it no other action', () => {
    const owned = ActionRegistry.create([
      { ...deploy, owner: 'Group:platform' },
    ]).get('deployments:deploy')!;
    expect(registry.describe(owned).owner).toBe('group:default/platform');
    expect(registry.describe(registered)).not.toHaveProperty('owner');
    expect(owned.definitionDigest).toBe(registered.definitionDigest);
  });

  it('refuses an undo that leads nowhere', () => {
    const dangling = ActionRegistry.create([
      { ...deploy, undo: 'deployments:rollback' },
    ]);
    expect(() => dangling.assertComplete()).toThrow(/deployments:rollback/);
  });

  it('invariant 4: a definition that changes has another digest', () => {
    const changed = ActionRegistry.create([{ ...deploy, effectClass: 'once' }]);
    expect(changed.get(deploy.id)!.definitionDigest).not.toBe(
      registered.definitionDigest,
    );
    expect(
      ActionRegistry.create([{ ...deploy }]).get(deploy.id)!.definitionDigest,
    ).toBe(registered.definitionDigest);
  });
});
