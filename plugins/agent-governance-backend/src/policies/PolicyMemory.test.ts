import { AgentPolicyEntity } from '@agentgov/backstage-plugin-agent-governance-common';
import { PolicyMemory } from './PolicyMemory';

function policy(etag?: string, name = 'p'): AgentPolicyEntity {
  return {
    apiVersion: 'agent-governance.io/v1alpha1',
    kind: 'AgentPolicy',
    metadata: { name, uid: `uid-of-${name}`, ...(etag && { etag }) },
    spec: {},
  } as unknown as AgentPolicyEntity;
}

describe('PolicyMemory', () => {
  let understood: string[];
  let memory: PolicyMemory;
  const look = (...entities: AgentPolicyEntity[]) => {
    understood = [];
    entities.forEach(entity => memory.of(entity));
    memory.forgetOthers();
    return understood;
  };

  beforeEach(() => {
    memory = PolicyMemory.create({
      understand: ({ metadata }) => {
        understood.push(metadata.name);
        return { problems: [] };
      },
    });
  });

  it('understands again what is another text, and nothing else', () => {
    expect(look(policy('1'), policy('1', 'q'))).toEqual(['p', 'q']);
    expect(look(policy('1'), policy('2', 'q'))).toEqual(['q']);
    expect(look(policy('1'), policy('2', 'q'))).toEqual([]);
  });

  it('forgets what is gone', () => {
    look(policy('1'));
    look();
    expect(look(policy('1'))).toEqual(['p']);
  });

  it('invariant 11: remembers nothing where the catalog does not say which text it is', () => {
    look(policy());
    expect(look(policy())).toEqual(['p']);
  });
});
