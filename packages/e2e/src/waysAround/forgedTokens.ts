import { generateKeyPairSync, sign } from 'node:crypto';

const encode = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** Tokens an agent could write with what it knows: its own token, and how the portal's tokens look. */
export function forgedTokens(agentToken: string): string[] {
  const [header, payload, signature] = agentToken.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signed = (head: object, body: object) => {
    const text = `${encode(head)}.${encode(body)}`;
    const bytes = sign('sha256', Buffer.from(text), {
      key: privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    return `${text}.${bytes.toString('base64url')}`;
  };
  const asPerson = { ...claims, sub: 'user:default/rosa.lind' };
  const own = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
  return [
    // somebody else, under the old signature
    `${header}.${encode(asPerson)}.${signature}`,
    // nobody signs
    `${encode({ ...own, alg: 'none' })}.${encode(asPerson)}.`,
    // signed with a key of its own
    signed(own, asPerson),
    // governance itself, acting for the agent
    signed(
      { typ: 'vnd.backstage.plugin', alg: 'ES256', kid: own.kid },
      {
        sub: 'agent-governance',
        aud: 'catalog',
        iat: claims.iat,
        exp: claims.exp,
        obo: agentToken,
      },
    ),
  ];
}
