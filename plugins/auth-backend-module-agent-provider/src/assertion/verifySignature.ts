import { compactVerify, importJWK } from 'jose';
import { AgentKey } from '@agentgov/backstage-plugin-agent-governance-common';
import { AgentSignInError } from '../AgentSignInError';
import { ParsedAssertion } from './ParsedAssertion';

/**
 * Finds the key of the agent that an assertion is signed with.
 *
 * @remarks
 *
 * Each key is tried with the one algorithm of its type, whatever the header says, so a public key can never serve as
 * a shared secret. A `kid`, if given, selects the key by the name its owner gave it or by its thumbprint.
 *
 * @throws AgentSignInError when there is none
 */
export async function verifySignature(
  assertion: ParsedAssertion,
  options: { agentRef: string; keys: AgentKey[] },
): Promise<AgentKey> {
  const { agentRef, keys } = options;
  const { kid, alg } = assertion.header;
  const named = keys.filter(
    key => kid === undefined || key.kid === kid || key.thumbprint === kid,
  );
  if (named.length === 0) {
    throw new AgentSignInError(
      'unknown-key',
      `it has no key ${JSON.stringify(kid)}`,
      {
        agentRef,
      },
    );
  }
  const candidates = named.filter(key => key.algorithm === alg);
  if (candidates.length === 0) {
    throw new AgentSignInError(
      'algorithm-mismatch',
      `${alg} is not the algorithm of its key`,
      { agentRef },
    );
  }
  for (const key of candidates) {
    if (await isSignedWith(assertion, key)) {
      return key;
    }
  }
  throw new AgentSignInError(
    'wrong-signature',
    'it is not signed with a key of the agent',
    { agentRef },
  );
}

async function isSignedWith(
  { compact }: ParsedAssertion,
  key: AgentKey,
): Promise<boolean> {
  try {
    await compactVerify(compact, await importJWK(key.jwk, key.algorithm), {
      algorithms: [key.algorithm],
    });
    return true;
  } catch {
    return false;
  }
}
