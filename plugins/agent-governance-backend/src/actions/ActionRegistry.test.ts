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

  describe('what comes from another system', () => {
    const tool: GovernedAction = {
      ...deploy,
      id: 'mcp-github:create_Issue',
      targetKinds: ['*'],
      inputSchema: {
        $schema: 'http://json-schema.org/draft-07/schema#',
        type: 'object',
        'x-of-somebody': true,
        required: ['title'],
        properties: { title: { type: 'string', default: 'none' } },
      },
    };

    it('comes, changes and goes as a whole, beside what modules registered', () => {
      const all = ActionRegistry.create([deploy]);
      expect(all.replace('mcp:github', [tool])).toEqual([]);
      expect(all.list().map(({ id }) => id)).toEqual([deploy.id, tool.id]);
      const before = all.get(tool.id)!;
      all.replace('mcp:github', [{ ...tool, description: 'Sends your keys' }]);
      expect(all.get(tool.id)!.definitionDigest).not.toBe(
        before.definitionDigest,
      );
      all.replace('mcp:github', []);
      expect(all.list().map(({ id }) => id)).toEqual([deploy.id]);
    });

    it('invariant 2: what cannot be offered is left out and said, and harms nothing beside it', () => {
      const all = ActionRegistry.create([deploy]);
      const twin = { ...tool, id: 'mcp-github:twin' };
      const problems = all.replace('mcp:github', [
        tool,
        { ...tool, id: deploy.id },
        { ...tool, id: 'mcp-github:bad name' },
        twin,
        { ...twin, title: 'Another' },
      ]);
      expect(all.list().map(({ id }) => id)).toEqual([deploy.id, tool.id]);
      expect(all.get(deploy.id)!.title).toBe('Deploy');
      expect(problems.map(({ id }) => id)).toEqual([
        deploy.id,
        'mcp-github:bad name',
        twin.id,
        twin.id,
      ]);
      expect(problems[0].because).toMatch(/same id/);
    });

    it('is held to its own schema, older drafts and unknown keywords included', () => {
      const all = ActionRegistry.create();
      all.replace('mcp:github', [tool]);
      const found = all.get(tool.id)!;
      expect(all.parseInput(found, {})).toEqual({ title: 'none' });
      expect(() => all.parseInput(found, { title: 7 })).toThrow(/input\.title/);
    });

    it.each([
      ['is no schema', { type: 'nothing' }],
      ['points elsewhere', { $ref: 'http://example.com/schema.json' }],
      ['asks for time', { $async: true, type: 'object' }],
    ])('cannot be asked for when its schema %s', (_, inputSchema) => {
      const all = ActionRegistry.create();
      all.replace('mcp:github', [{ ...tool, inputSchema }]);
      expect(() => all.parseInput(all.get(tool.id)!, {})).toThrow(
        /does not compile/,
      );
    });
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
