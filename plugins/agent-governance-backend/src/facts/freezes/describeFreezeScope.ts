import { FreezeScope } from '@agentgov/backstage-plugin-agent-governance-common';

/** What a freeze covers, in words. */
export function describeFreezeScope(scope: FreezeScope): string {
  const what = scope.entityRef
    ? `${scope.entityRef} and what is part of it`
    : 'everything';
  const where = scope.environment ?? 'all environments';
  return `${what} in ${where}`;
}
