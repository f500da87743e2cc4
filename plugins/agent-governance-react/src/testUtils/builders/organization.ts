import { Organization } from '@agentgov/backstage-plugin-agent-governance-common';
import { someEnvironments } from './agents';

/** Test: an exported organization. */
export function anOrganization(
  changes: Partial<Organization> = {},
): Organization {
  return {
    schemaVersion: 1,
    exportedAt: '2026-11-20T10:00:00.000Z',
    policyAdmins: ['group:default/platform'],
    environments: someEnvironments(),
    requiredLevels: [],
    groups: [{ ref: 'group:default/platform' }],
    entities: [],
    actions: [],
    ...changes,
  };
}
