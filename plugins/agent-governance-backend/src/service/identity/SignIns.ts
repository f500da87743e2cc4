import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { SignInUse } from '@agentgov/backstage-plugin-agent-governance-common';
import { z } from 'zod';

/** How long the auth plugin may take before it counts as away, in milliseconds. */
const TIMEOUT_MS = 5_000;

const use = {
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  tokenExpiresAt: z.iso.datetime(),
};
const answer = z.object({
  items: z.array(
    z.discriminatedUnion('method', [
      z.object({ method: z.literal('key'), keyThumbprint: z.string(), ...use }),
      z.object({
        method: z.literal('federated'),
        issuerId: z.string(),
        issuer: z.string(),
        subject: z.string(),
        ...use,
      }),
    ]),
  ),
});

/** Something an agent signed in with, and when. */
export type RecordedSignIn = SignInUse &
  (
    | { method: 'key'; keyThumbprint: string }
    | { method: 'federated'; issuerId: string; issuer: string; subject: string }
  );

/** What the sign-in module of the auth plugin wrote down. */
export class SignIns {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #fetch: typeof fetch;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    fetch?: typeof fetch;
  }) {
    return new SignIns(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    fetch?: typeof fetch;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#fetch = options.fetch ?? ((...call) => fetch(...call));
  }

  /** @throws when the auth plugin is away, or says something else than it should: nothing is known then */
  async of(agentRef: string): Promise<RecordedSignIn[]> {
    const { namespace, name } = parseEntityRef(agentRef);
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl('auth'),
      this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'auth',
      }),
    ]);
    const path = [namespace, name].map(encodeURIComponent).join('/');
    const response = await this.#fetch(
      `${baseUrl}/agent-governance/v1/agents/${path}/sign-ins`,
      {
        headers: { Authorization: `Bearer ${token}` },
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return answer.parse(await response.json()).items;
  }
}
