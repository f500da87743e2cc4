import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyReadPermission } from '@agentgov/backstage-plugin-agent-governance-common';
import { PersonCaller } from '../Caller';

/** @throws NotAllowedError naming the permission, for people who may not look at policies at all */
export async function assertMayReadPolicies(
  permissions: PermissionsService,
  { credentials }: PersonCaller,
): Promise<void> {
  const [decision] = await permissions.authorize(
    [{ permission: policyReadPermission }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not look at policies: the portal's permission policy does not allow you ${policyReadPermission.name}`,
    );
  }
}
