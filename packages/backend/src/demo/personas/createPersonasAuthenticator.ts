import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { AuthenticationError } from '@backstage/errors';

const HEADER = 'x-demo-persona';

/** Takes a visitor's word for who they are, as long as it is one of the personas. */
export function createPersonasAuthenticator(personas: Set<string>) {
  return createProxyAuthenticator({
    async defaultProfileTransform({ userRef }: { userRef: string }, ctx) {
      const { entity } = await ctx.findCatalogUser({ entityRef: userRef });
      return { profile: { displayName: entity.metadata.title } };
    },
    initialize: () => personas,
    async authenticate({ req }, allowed) {
      const userRef = req.header(HEADER);
      if (!userRef || !allowed.has(userRef)) {
        throw new AuthenticationError('Nobody to sign in as');
      }
      return { result: { userRef } };
    },
  });
}
