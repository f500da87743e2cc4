import { Entity } from '@backstage/catalog-model';
import { AgentPolicyEntityProcessor } from './AgentPolicyEntityProcessor';

const SPEC = { owner: 'sre', level: 'organization', rules: [] };

function policy(spec: unknown, rest: object = {}): Entity {
  return {
    apiVersion: 'agent-governance.io/v1alpha1',
    kind: 'AgentPolicy',
    metadata: { name: 'code-freeze', namespace: 'ops' },
    spec: spec as Entity['spec'],
    ...rest,
  };
}

const processor = AgentPolicyEntityProcessor.create();
const validate = (spec: unknown) => processor.validateEntityKind(policy(spec));

describe('AgentPolicyEntityProcessor', () => {
  it.each([
    ['a policy', SPEC],
    [
      'rules that nobody could follow, so that their author is told on the page of the policy',
      { owner: 'sre', level: 'galaxy', mode: 7, rules: 'none', appliesTo: [] },
    ],
    ['a person as owner', { ...SPEC, owner: 'user:default/jo' }],
    ['an entity of any kind', { ...SPEC, entity: 'domain:default/money' }],
  ])('accepts %s', async (_, spec) => {
    await expect(validate(spec)).resolves.toBe(true);
  });

  it.each([
    ['another kind', { kind: 'Agent' }],
    ['another product’s policies', { apiVersion: 'example.com/v1' }],
  ])('leaves %s to others', async (_, rest) => {
    await expect(processor.validateEntityKind(policy({}, rest))).resolves.toBe(
      false,
    );
  });

  it.each([
    ['nobody as owner', {}, 'spec.owner is required'],
    ['no spec', undefined, 'spec is required'],
    [
      'an empty owner',
      { owner: '' },
      'spec.owner must NOT have fewer than 1 characters',
    ],
    [
      'an agent as owner',
      { owner: 'agent:default/bot' },
      "spec.owner must be a reference to a Group or User, but is 'agent:default/bot'",
    ],
    [
      'an entity that is none',
      { owner: 'sre', entity: ':' },
      "spec.entity must be a reference to an entity, but is ':'",
    ],
    [
      'several entities',
      { owner: 'sre', entity: ['a', 'b'] },
      'spec.entity must be string',
    ],
  ])('refuses %s and names the field', async (_, spec, message) => {
    await expect(validate(spec)).rejects.toThrow(message);
  });

  it('relates a policy both ways, with the defaults of the catalog', async () => {
    const emit = jest.fn();
    await processor.postProcessEntity(
      policy({ ...SPEC, entity: 'api' }),
      { type: 'file', target: 'policies.yaml' },
      emit,
    );
    const self = 'AgentPolicy:ops/code-freeze';
    expect(
      emit.mock.calls.map(([{ relation }]) =>
        [relation.source, relation.target]
          .map(ref => `${ref.kind}:${ref.namespace}/${ref.name}`)
          .join(` ${relation.type} `),
      ),
    ).toEqual([
      `${self} ownedBy Group:ops/sre`,
      `Group:ops/sre ownerOf ${self}`,
      `${self} governs Component:ops/api`,
      `Component:ops/api governedBy ${self}`,
    ]);
  });
});
