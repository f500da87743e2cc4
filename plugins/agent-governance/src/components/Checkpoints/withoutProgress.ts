import {
  Checkpoint,
  CheckpointProgress,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** What a hold asks for, as long as it is not known how far its approvals have come. */
export function withoutProgress(
  checkpoints: Checkpoint[],
): CheckpointProgress[] {
  return checkpoints.map(({ id, policy, rule, notes, anyOf }) => ({
    id,
    policy,
    rule,
    notes,
    met: false,
    anyOf: anyOf.map(({ allOf }) => ({
      met: false,
      terms: allOf.map(term => ({ ...term, approvedBy: [] })),
      missing: [],
    })),
  }));
}
