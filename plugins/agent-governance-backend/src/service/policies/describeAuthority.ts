import { Environment } from '@agentgov/backstage-plugin-agent-governance-common';
import { StoredPolicy } from '../../store/PolicyStore';

/** How far a policy's authority reaches, in one sentence. */
export function describeAuthority(
  policy: Pick<StoredPolicy, 'owner' | 'level' | 'standing'>,
  options: { environments: Environment[]; entity?: string },
): string {
  const { owner, level } = policy;
  if (owner === undefined || level === undefined) {
    return 'Its level or its owner cannot be read, so it is not known for what it could speak.';
  }
  switch (level) {
    case 'organization':
      return 'Every request, wherever it goes.';
    case 'environment': {
      const own = options.environments
        .filter(environment => environment.owner === owner)
        .map(({ name }) => name);
      return own.length === 0
        ? `None: ${owner} owns no environment.`
        : `Requests in ${own.join(
            ' and ',
          )}, which ${owner} owns. What it allows counts only together with another level.`;
    }
    case 'team':
      return `Requests whose target belongs to ${owner}, or to a group inside it.`;
    default:
      return `Requests whose target is ${
        options.entity ?? 'the entity it names'
      }, as long as ${owner} owns it.`;
  }
}
