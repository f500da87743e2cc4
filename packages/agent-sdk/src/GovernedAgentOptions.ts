import { AgentKey, OAuthOptions } from './identity';
import { RetryOptions } from './retry';

/** How an agent proves who it is: with its own key, or with what its platform says of it. @public */
export type AgentProof =
  | {
      /** Private key (Ed25519, EC P-256 or RSA) as JWK, or the path of a file with one; the file may be replaced. */
      key: AgentKey;
    }
  | {
      /**
       * Gets a fresh token of the agent from an issuer that the portal trusts, such as its Kubernetes service account's.
       *
       * @param audience - whom the token has to be for
       */
      getToken: (audience: string) => Promise<string>;
    };

/** @public */
export type GovernedAgentOptions = AgentProof & {
  /** Where the portal's backend is, for example `https://portal.example.com`. */
  portalUrl: string;
  /** Entity ref of the agent, for example `agent:default/deploy-bot`. */
  agentRef: string;
  /** What the portal expects assertions to be addressed to; `<portalUrl>/api/auth` by default. Not with `oauth`. */
  audience?: string;
  /** Signs in at an OAuth token endpoint instead of the portal's own route. */
  oauth?: OAuthOptions;
  retry?: RetryOptions;
};
