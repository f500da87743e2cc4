import { PolicySummary } from '@agentgov/backstage-plugin-agent-governance-common';
import { StoredPolicy } from '../../store/PolicyStore';
import { noSuchPolicy } from './noSuchPolicy';

/** @throws NotFoundError for one that is gone */
export function toPolicySummary(policy: StoredPolicy): PolicySummary {
  const { ref, title, state, because, standing, owner, level, mode } = policy;
  if (state === 'gone') {
    throw noSuchPolicy(ref);
  }
  const pending = policy.pending?.state === 'waiting';
  const unsatisfiable = policy.checkpoints.filter(
    ({ satisfiable }) => satisfiable === false,
  );
  return {
    ref,
    title,
    state,
    because: pending ? `${because} ${waitsFor(policy)}` : because,
    ...(standing && { standing }),
    ...(owner !== undefined && { owner }),
    ...(level && { level }),
    ...(mode && { mode }),
    ...(policy.textDigest !== undefined && { digest: policy.textDigest }),
    problemCount: policy.problems.length,
    unsatisfiableCount: unsatisfiable.length,
    changedAt: policy.changedAt,
    revision: policy.revision,
    pending,
  };
}

function waitsFor({ pending }: StoredPolicy): string {
  return `A change of it that may loosen waits: it takes the agreement of ${pending?.quorum.count} people.`;
}
