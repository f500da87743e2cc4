import {
  agentActionExecuteApprovedPermission,
  agentActionExecutePermission,
  conditionSourceReadPermission,
  ledgerReadPermission,
  policySimulatePermission,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import permissionBackend from '@backstage/plugin-permission-backend';
import {
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import permissionModuleAgentGovernance from './index';
import { agentActionCriteria } from './policy/agentActionCriteria';

const AGENT = 'agent:default/release-bot';
const AUDITOR = 'user:default/vera';
const DEVELOPER = 'user:default/dev';

const entityRead = createPermission({
  name: 'catalog.entity.read',
  attributes: { action: 'read' },
});
const otherRead = createPermission({
  name: 'todo.item.read',
  attributes: { action: 'read' },
});
const entityRefresh = createPermission({
  name: 'catalog.entity.refresh',
  attributes: { action: 'update' },
});
const unattributed = createPermission({ name: 'odd', attributes: {} });

function start(agentGovernance: object) {
  return startTestBackend({
    features: [
      permissionBackend,
      permissionModuleAgentGovernance,
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true }, agentGovernance },
      }),
    ],
  });
}

describe('permissionModuleAgentGovernance', () => {
  let backend: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    backend = await start({
      auditors: ['user:default/Vera'],
      admins: ['group:default/platform'],
    });
  });
  afterAll(() => backend.stop());

  /** Asks as another plugin would on behalf of somebody: they may not see raw conditions themselves. */
  async function ask(userEntityRef: string, permission: Permission) {
    const token = mockCredentials.user.token(userEntityRef, {
      actor: { subject: 'plugin:agent-governance' },
    });
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/permission/authorize`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
        },
        body: JSON.stringify({ items: [{ id: '1', permission }] }),
      },
    );
    const { items } = await response.json();
    const { id, ...decision } = items[0];
    return decision;
  }

  it.each([
    [agentActionExecutePermission, agentActionCriteria.execute],
    [agentActionExecuteApprovedPermission, agentActionCriteria.executeApproved],
  ])(
    'invariant 2: answers an agent about $name with conditions only',
    async (permission, criteria) => {
      expect(await ask(AGENT, permission)).toEqual({
        result: 'CONDITIONAL',
        pluginId: 'agent-governance',
        resourceType: 'agent-action',
        conditions: JSON.parse(JSON.stringify(criteria)),
      });
    },
  );

  it.each<[string, Permission, 'ALLOW' | 'DENY']>([
    [AGENT, entityRead, 'ALLOW'],
    [AGENT, otherRead, 'DENY'],
    [AGENT, entityRefresh, 'DENY'],
    [AGENT, unattributed, 'DENY'],
    [AGENT, ledgerReadPermission, 'DENY'],
    ['Agent:default/Release-Bot', entityRefresh, 'DENY'],
    [DEVELOPER, entityRead, 'ALLOW'],
    [DEVELOPER, entityRefresh, 'ALLOW'],
    [DEVELOPER, agentActionExecutePermission, 'ALLOW'],
    [DEVELOPER, ledgerReadPermission, 'DENY'],
    [AUDITOR, ledgerReadPermission, 'ALLOW'],
    [DEVELOPER, conditionSourceReadPermission, 'DENY'],
    [AUDITOR, conditionSourceReadPermission, 'ALLOW'],
    [DEVELOPER, policySimulatePermission, 'ALLOW'],
    [AGENT, policySimulatePermission, 'DENY'],
    ['group:default/platform', entityRead, 'DENY'],
    ['component:default/bot', entityRead, 'DENY'],
  ])('invariant 12: %s asking for %j: %s', async (who, permission, result) => {
    expect(await ask(who, permission)).toEqual({ result });
  });

  it.each([
    [{ auditors: ['vera'] }, 'agentGovernance.auditors[0]'],
    [{ admins: ['component:default/x'] }, 'agentGovernance.admins[0]'],
  ])('does not start with %j, and names the key', async (config, key) => {
    await expect(start(config)).rejects.toThrow(key);
  });
});
