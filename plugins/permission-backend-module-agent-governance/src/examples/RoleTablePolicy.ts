import {
  AuthorizeResult,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
} from '@backstage/plugin-permission-node';

/** A line of the table: what a role may do by name, or conditions by resource type and action. */
export type TableLine =
  | { permission: string; action: string }
  | {
      pluginId: string;
      resourceType: string;
      permissionMapping: string[];
      conditions: any;
    };

/**
 * Stands for a policy that belongs to another plugin and is kept as a table, the way role-based access control is:
 * everybody who is signed in has one role. It knows nothing of agents, and nothing can be wrapped around it.
 */
export class RoleTablePolicy implements PermissionPolicy {
  readonly #lines: TableLine[];

  constructor(lines: TableLine[]) {
    this.#lines = lines;
  }

  async handle({ permission }: PolicyQuery): Promise<PolicyDecision> {
    const action = permission.attributes.action ?? 'use';
    for (const line of this.#lines) {
      if (
        'conditions' in line &&
        isResourcePermission(permission, line.resourceType) &&
        line.permissionMapping.includes(action)
      ) {
        const { pluginId, resourceType, conditions } = line;
        return {
          result: AuthorizeResult.CONDITIONAL,
          pluginId,
          resourceType,
          conditions: { anyOf: [conditions] },
        };
      }
    }
    const isListed = this.#lines.some(
      line =>
        'permission' in line &&
        line.permission === permission.name &&
        line.action === action,
    );
    return {
      result: isListed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    };
  }
}
