import {
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import type { Request } from 'express';

const CALLER = 'plugin:agent-governance';

/**
 * Lets the agent-governance plugin pass, asking for itself alone.
 *
 * @throws NotAllowedError for everybody else; AuthenticationError for nobody
 */
export async function assertGovernance(
  req: Request,
  httpAuth: HttpAuthService,
): Promise<void> {
  const credentials = await httpAuth.credentials(req);
  const principal = credentials.principal as
    | BackstageServicePrincipal
    | BackstageUserPrincipal
    | { type: 'none' };
  switch (principal.type) {
    case 'service':
      if (principal.subject === CALLER && !principal.accessRestrictions) {
        return;
      }
      throw new NotAllowedError(
        `A service is not an agent and gets nothing of an agent's here; only ${CALLER} may ask`,
      );
    case 'user':
      throw new NotAllowedError(
        `Nobody gets what is another's; only ${CALLER} may ask, for itself alone`,
      );
    default:
      throw new AuthenticationError('Missing credentials');
  }
}
