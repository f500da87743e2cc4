import { Request } from 'express';
import { HttpAuthService, LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  AgentStandingService,
  toStandingError,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { Caller } from '../../service/Caller';

/**
 * Says who is asking: an agent, a person or a service, exactly one of them.
 *
 * @remarks
 *
 * The token decides, never a header or a body. An agent must still stand (exist, be active and trusted, have keys):
 * a token lives longer than that. Tokens of limited access, such as cookies, are accepted nowhere.
 *
 * @throws AuthenticationError for nobody, and for an agent that no longer stands; NotAllowedError for a user token
 *   whose subject is neither an agent nor a user; ServiceUnavailableError when an agent could not be checked.
 */
export async function identifyCaller(
  request: Request,
  options: {
    httpAuth: HttpAuthService;
    agentStanding: AgentStandingService;
    logger: LoggerService;
  },
): Promise<Caller> {
  const credentials = await options.httpAuth.credentials(request, {
    allow: ['user', 'service'],
    allowLimitedAccess: false,
  });
  const { principal } = credentials;
  if (principal.type === 'service') {
    return { kind: 'service', subject: principal.subject, credentials };
  }

  const { kind, ref } = readSubject(principal.userEntityRef);
  switch (kind) {
    case 'user':
      return { kind: 'person', ref, credentials };
    case 'agent': {
      const answer = await options.agentStanding.check(ref);
      if (!answer.stands) {
        options.logger.warn(answer.message);
        throw toStandingError(answer);
      }
      return { kind: 'agent', ref, credentials };
    }
    default:
      throw new NotAllowedError(
        'The token is of neither an agent nor a person, so it is nobody here',
      );
  }
}

function readSubject(userEntityRef: string): { kind?: string; ref: string } {
  try {
    const parsed = parseEntityRef(userEntityRef);
    return {
      kind: parsed.kind.toLocaleLowerCase('en-US'),
      ref: stringifyEntityRef(parsed),
    };
  } catch {
    return { ref: userEntityRef };
  }
}
