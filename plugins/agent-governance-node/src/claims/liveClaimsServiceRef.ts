import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { LiveClaims } from './LiveClaims';
import { MemoryLiveClaims } from './MemoryLiveClaims';

/**
 * The effects that run at this moment in this process: executors that call a route of a plugin in an agent's name admit
 * exactly that request here first, and the perimeter takes it.
 *
 * @public
 */
export const liveClaimsServiceRef = createServiceRef<LiveClaims>({
  id: 'agent-governance.live-claims',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => MemoryLiveClaims.create(),
    }),
});
