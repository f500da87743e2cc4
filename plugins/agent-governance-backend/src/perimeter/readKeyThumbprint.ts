import { AGENT_KEY_CLAIM } from '@agentgov/backstage-plugin-agent-governance-node';
import type { Request } from 'express';

/**
 * The key an agent signed in with, as its token says; a text that is no key's thumbprint where it says nothing.
 *
 * @remarks
 *
 * The platform has verified the token by now. A token that names no key was not given to an agent at its own sign-in:
 * it was minted to act for it, cut down for a cookie, or issued by another provider. None of these is an agent asking
 * for itself, so they match no key.
 */
export function readKeyThumbprint(req: Request): string {
  const token = req.headers.authorization?.match(/^Bearer[ ]+(\S+)$/i)?.[1];
  const payload = token?.split('.')[1] ?? '';
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(payload, 'base64url').toString('utf8'),
    );
    const thumbprint = (claims as Record<string, unknown>)?.[AGENT_KEY_CLAIM];
    return typeof thumbprint === 'string' ? thumbprint : '';
  } catch {
    return '';
  }
}
