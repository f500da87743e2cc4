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
});
