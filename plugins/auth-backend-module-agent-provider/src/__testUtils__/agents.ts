import { generateKeyPairSync, KeyObject, randomUUID } from 'node:crypto';
import { Entity } from '@backstage/catalog-model';
import { AgentPublicKey } from '@agentgov/backstage-plugin-agent-governance-common';
import { SignJWT } from 'jose';

export const BOT = 'agent:default/bot';
export const AUDIENCE = 'https://portal.example.com';

/** The key pair of every agent that is not given another. */
export const { publicKey, privateKey } = generateKeyPairSync('ed25519');
export const KEY = publicKey.export({ format: 'jwk' }) as AgentPublicKey;

/** An agent as the catalog has it. */
export function agent(
  name: string,
  spec: object = {},
  origin = 'file:/a.yaml',
) {
  return {
    apiVersion: 'agent-governance.io/v1alpha1',
    kind: 'Agent',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'backstage.io/managed-by-origin-location': origin },
    },
    // A Group entity may list anyone as its member.
    relations: [{ type: 'memberOf', targetRef: 'group:default/admins' }],
    spec: {
      type: 'deployer',
      lifecycle: 'production',
      owner: 'payments',
      autonomy: 'supervised',
      identity: { keys: [KEY] },
      ...spec,
    },
  } satisfies Entity;
}

/** An assertion an agent signs itself. */
export async function assertionOf(
  agentRef: string,
  key: KeyObject = privateKey,
  claims: object = {},
  alg = 'EdDSA',
) {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    iss: agentRef,
    sub: agentRef,
    aud: AUDIENCE,
    iat: now,
    exp: now + 60,
    jti: randomUUID(),
    ...claims,
  })
    .setProtectedHeader({ alg })
    .sign(key);
}
