import {
  agentActionExecutePermission,
  ledgerReadPermission,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { sampleFacts } from '@agentgov/backstage-plugin-agent-governance-common/testUtils';
import { decideWithPolicy } from '@agentgov/backstage-plugin-agent-governance-node/testUtils';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { ConfigReader } from '@backstage/config';
import { agentGovernancePolicy } from './agentGovernancePolicy';
import { withAgentGovernance } from './withAgentGovernance';

const read = createPermission({
  name: 'todo.item.read',
  attributes: { action: 'read' },
});
const remove = createPermission({
  name: 'todo.item.delete',
  attributes: { action: 'delete' },
});

const handle = jest.fn<
  ReturnType<PermissionPolicy['handle']>,
  Parameters<PermissionPolicy['handle']>
>();
const policy = withAgentGovernance({ handle });

function ask(ref: string, permission: Permission, claimed = ref) {
  return policy.handle(
    { permission },
    {
      credentials: mockCredentials.user(ref),
      info: { userEntityRef: claimed, ownershipEntityRefs: [claimed] },
    },
  );
}

describe('withAgentGovernance', () => {
  beforeEach(() => {
    handle.mockReset().mockResolvedValue({ result: AuthorizeResult.ALLOW });
  });

  it('leaves people, and whoever is not signed in, to the wrapped policy', async () => {
    for (const permission of [read, remove, agentActionExecutePermission]) {
      await ask('user:default/dev', permission);
    }
    await policy.handle({ permission: remove });
    expect(handle).toHaveBeenCalledTimes(4);
  });

  it('allows nobody anything where the ready policy stands alone', async () => {
    const ready = agentGovernancePolicy(new ConfigReader({}));
    expect(await ready.handle({ permission: read })).toEqual({
      result: 'DENY',
    });
  });

  it('asks the wrapped policy about what agents may read, as the agent', async () => {
    handle.mockResolvedValue({ result: AuthorizeResult.DENY });
    expect(await ask('agent:default/bot', read)).toEqual({ result: 'DENY' });
    expect(handle.mock.calls[0][1]?.info.userEntityRef).toBe(
      'agent:default/bot',
    );
  });

  it.each([remove, ledgerReadPermission])(
    'invariant 12: denies agents $name without asking',
    async permission => {
      expect(await ask('agent:default/bot', permission)).toEqual({
        result: 'DENY',
      });
      expect(
        await ask('user:default/dev', permission, 'agent:default/bot'),
      ).toEqual({ result: 'DENY' });
      expect(handle).not.toHaveBeenCalled();
    },
  );

  it('invariant 2: an allow-all policy grants agents nothing by itself, and the table once wrapped', async () => {
    const facts = sampleFacts();
    expect(await decideWithPolicy({ handle }, facts)).toMatchObject({
      verdict: 'deny',
      reason: 'not-granted',
    });
    expect(await decideWithPolicy(policy, facts)).toMatchObject({
      verdict: 'allow',
      because:
        "Allowed: the effect class of the action is idempotent; the environment is staging, not production; the target is owned by the agent's owner group:default/payments; no freeze is in force; the context the agent quoted still holds.",
    });
  });

  describe('while governance carries out an action', () => {
    const covers = jest.fn();
    const within = (permission: Permission, actor?: string) =>
      withAgentGovernance({ handle }, { effects: { covers } }).handle(
        { permission },
        {
          credentials: mockCredentials.user(
            'agent:default/bot',
            actor ? { actor: { subject: actor } } : undefined,
          ),
          info: {
            userEntityRef: 'agent:default/bot',
            ownershipEntityRefs: ['agent:default/bot'],
          },
        },
      );
    beforeEach(() => covers.mockReset().mockResolvedValue(true));

    it('allows the plugin that does it what it asks for in the agent’s name', async () => {
      expect(await within(remove, 'plugin:todo')).toEqual({ result: 'ALLOW' });
      expect(covers).toHaveBeenCalledWith({
        agentRef: 'agent:default/bot',
        caller: 'todo',
        plugin: 'todo',
      });
    });

    it('asks nobody about what is allowed anyway', async () => {
      expect(await within(read, 'plugin:todo')).toEqual({ result: 'ALLOW' });
      expect(covers).not.toHaveBeenCalled();
    });

    it.each([
      ['the agent itself', undefined],
      ['a service outside', 'external:robot'],
    ])('invariant 12: allows %s nothing', async (_, actor) => {
      expect(await within(remove, actor)).toEqual({ result: 'DENY' });
      expect(covers).not.toHaveBeenCalled();
    });

    it('invariant 12: allows a plugin nothing that does nothing for the agent, nor ever what is governance’s own', async () => {
      expect(await within(ledgerReadPermission, 'plugin:todo')).toEqual({
        result: 'DENY',
      });
      covers.mockResolvedValue(false);
      expect(await within(remove, 'plugin:todo')).toEqual({ result: 'DENY' });
    });

    it('invariant 2: allows nothing where that could not be found out', async () => {
      covers.mockRejectedValue(new Error('no answer'));
      expect(await within(remove, 'plugin:todo')).toEqual({ result: 'DENY' });
    });
  });
});
