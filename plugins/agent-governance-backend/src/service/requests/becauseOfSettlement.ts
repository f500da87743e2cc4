import { ExecutionOutcome } from '@agentgov/backstage-plugin-agent-governance-common';

/** How an execution ended, for the request it belongs to. */
export function becauseOfSettlement(settlement: {
  outcome: ExecutionOutcome;
  error?: string;
}): string {
  switch (settlement.outcome) {
    case 'succeeded':
      return 'It ran, and succeeded.';
    case 'failed':
      return `It ran, and failed: ${settlement.error}`;
    default:
      return `It was started, and nobody knows whether it happened: ${settlement.error}`;
  }
}
