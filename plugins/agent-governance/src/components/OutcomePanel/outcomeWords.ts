import { KnownOutcome } from '@agentgov/backstage-plugin-agent-governance-common';

/** As in "they found out that it happened". */
export const THAT_IT: Record<KnownOutcome, string> = {
  succeeded: 'it happened',
  failed: 'it did not happen',
};
