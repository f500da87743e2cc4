import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { audited } from '../http/audited';
import type { GatewayRequest } from './createGatewayServer';

/** Runs something within one audit event of the portal. */
export function noted<T>(
  eventId: string,
  { auditor, logger, request }: GatewayRequest,
  handle: () => Promise<T>,
  meta?: JsonObject,
): Promise<T> {
  return audited(
    { auditor, logger, request, eventId, severityLevel: 'low', meta },
    handle,
  );
}
