import { digestOf } from '@agentgov/backstage-plugin-agent-governance-common';

/**
 * The key an executor sends outward: the same for every attempt at one request, and nothing an
 * agent wrote.
 */
export function idempotencyKeyFor(requestId: string): string {
  return digestOf('agentgov.idempotency-key.v1', { requestId });
}
