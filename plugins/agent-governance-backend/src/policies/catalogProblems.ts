import { Entity } from '@backstage/catalog-model';
import { PolicyProblem } from '@agentgov/backstage-plugin-agent-governance-common/policy';

/**
 * Why the catalog could not take in the newest version of an entity. It goes on showing the version before, which
 * would look as if nothing had happened.
 */
export function catalogProblems(entity: Entity): PolicyProblem[] {
  const { status } = entity as Entity & {
    status?: {
      items?: Array<{ level?: string; type?: string; message?: string }>;
    };
  };
  return (status?.items ?? [])
    .filter(({ level }) => level === 'error')
    .map(({ type, message }) => ({
      field: 'catalog',
      reason: `the catalog refused the newest version: ${
        message ?? type ?? 'it does not say why'
      }`,
    }));
}
