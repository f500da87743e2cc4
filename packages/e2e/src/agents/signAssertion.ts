import { importJWK, SignJWT } from 'jose';
import { v4 as uuid } from 'uuid';
import { SharedPortal } from '../setup/sharedPortal';
import { readAgentKey } from './readAgentKey';

/** An assertion by an agent about itself (RFC 7523), good once and for a minute. */
export async function signAssertion(
  portal: SharedPortal,
  options: { ref: string; audience: string },
): Promise<string> {
  const { ref, audience } = options;
  const key = await readAgentKey(portal, ref);
  const alg = key.alg ?? 'ES256';
  return new SignJWT({})
    .setProtectedHeader({ alg, kid: key.kid, typ: 'JWT' })
    .setIssuer(ref)
    .setSubject(ref)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime('60s')
    .setJti(uuid())
    .sign(await importJWK(key, alg));
}
