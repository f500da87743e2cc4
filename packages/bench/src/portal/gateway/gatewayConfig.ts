import { JsonObject } from '@backstage/types';
import {
  RESTART,
  RESTART_IN_PRODUCTION,
} from '../../gateway/upstream/upstreamTools';
import { UpstreamUrls } from '../../gateway/upstream/protocol';
import { RESTOCK, SHOP } from './createShopPlugin';

/** The servers behind the gateway, and the entities that stand for them. */
export const CALLABLE_SERVER = 'ops';
export const MANY_SERVER = 'many';
export const apiOf = (server: string) => `${server}-mcp`;

/** What the gateway is told of the servers behind it, and of the portal’s own action. */
export function gatewayConfig({ callable, many }: UpstreamUrls): JsonObject {
  const service = { input: 'service' };
  const staging = { environment: 'staging', effectClass: 'idempotent' };
  return {
    mcp: {
      callsPerMinute: 100_000,
      servers: {
        [CALLABLE_SERVER]: {
          entityRef: `api:default/${apiOf(CALLABLE_SERVER)}`,
          url: callable,
          environment: 'staging',
          tools: {
            [RESTART]: { ...staging, target: service },
            [RESTART_IN_PRODUCTION]: {
              ...staging,
              environment: 'production',
              target: service,
            },
          },
        },
        [MANY_SERVER]: {
          entityRef: `api:default/${apiOf(MANY_SERVER)}`,
          url: many,
          environment: 'staging',
        },
      },
    },
    portalActions: [{ ...staging, id: `${SHOP}:${RESTOCK}`, target: service }],
  };
}
