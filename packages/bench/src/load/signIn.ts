import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { AUDIENCE } from '../portal/portalConfig';
import { World } from '../world/createWorld';
import { HttpClient } from './HttpClient';

interface SignInAnswer {
  backstageIdentity: { token: string };
}

/** A token of an agent, had the way every agent gets one: by an assertion signed with its own key. */
export async function signInAgent(
  client: HttpClient,
  world: World,
  ref: string,
): Promise<string> {
  const assertion = await new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(ref)
    .setSubject(ref)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime('2m')
    .sign(world.keys.get(ref)!);
  const answer = await client.call<SignInAnswer>({
    method: 'POST',
    path: '/api/auth/agent/refresh',
    body: { client_assertion: assertion },
  });
  return answer.backstageIdentity.token;
}

/** A token of a person, who signs in here by saying who they are. */
export async function signInPerson(
  client: HttpClient,
  ref: string,
): Promise<string> {
  const answer = await client.call<SignInAnswer>({
    method: 'POST',
    path: '/api/auth/people/refresh',
    body: { ref },
  });
  return answer.backstageIdentity.token;
}
