import { importJWK, JWK, SignJWT } from 'jose';
import { v4 as uuid } from 'uuid';

/** An assertion by an agent about itself (RFC 7523), good once and for a minute. */
export async function signAssertion(options: {
  ref: string;
  audience: string;
  key: JWK;
  kid: string;
}): Promise<string> {
  const { ref, audience, key, kid } = options;
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'JWT' })
    .setIssuer(ref)
    .setSubject(ref)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime('60s')
    .setJti(uuid())
    .sign(await importJWK(key, 'ES256'));
}
