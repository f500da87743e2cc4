import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { GetAssertion } from './AccessToken';
import { AgentKey, readAgentKey } from './readAgentKey';

/** Long enough for a slow network, too short to be of use to a thief: it is good once anyway. */
const LIFETIME = '60s';

/**
 * Who I am, for whom, for how long, and signed with my own key (RFC 7523).
 *
 * A key in a file is read each time, so that another one can take its place while the agent runs.
 */
export function assertWithKey(options: {
  agentRef: string;
  key: AgentKey;
}): GetAssertion {
  return async audience => {
    const { key, alg, kid } = await readAgentKey(options.key);
    return new SignJWT()
      .setProtectedHeader({ alg, kid })
      .setIssuer(options.agentRef)
      .setSubject(options.agentRef)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(LIFETIME)
      .setJti(randomUUID())
      .sign(key);
  };
}
