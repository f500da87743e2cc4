import { HumanDuration } from '@backstage/types';

export interface Config {
  auth?: {
    providers?: {
      /**
       * Lets agents sign in with assertions they sign with their own keys. Give an empty object, `{}`, for the
       * defaults; without the key no agent can sign in and none can be acted for.
       */
      agent?: {
        /**
         * What assertions must be addressed to, in their `aud` claim.
         * Defaults to where the auth plugin is reached from outside: `backend.baseUrl` followed by `/api/auth`.
         */
        audience?: string;
        /**
         * How far the clocks of agents may be off, at most one minute.
         * Defaults to 5 seconds.
         */
        clockTolerance?: HumanDuration | string;
      };
    };
  };
  agentGovernance?: {
    /**
     * The places whose agents and policies count. Anyone who may register a location can write an entity of these
     * kinds; one from a place not named here is listed and is nobody. Defaults to none: nothing counts.
     */
    trust?: Array<{
      /**
       * Pattern on the annotation `backstage.io/managed-by-origin-location`, such as
       * `url:https://github.com/acme/agents/*`. `*` stands for any characters, slashes included; everything else for
       * itself.
       */
      originLocation: string;
      /** The kinds that count when they come from there. */
      kinds: Array<'Agent' | 'AgentPolicy'>;
      /** Entity refs of groups or users. When given, only entities they own count. Defaults to any owner. */
      owners?: string[];
      /** The levels policies from there may belong to. Agents have none. Defaults to all. */
      levels?: Array<
        'organization' | 'environment' | 'team' | 'service' | 'agent'
      >;
    }>;

    /**
     * The authorization server for agents: OAuth 2 with assertions they sign themselves, or tokens of federated issuers.
     * Give an empty object, `{}`, to have it below the portal's auth plugin. There is none by default.
     */
    oauth?: {
      /**
       * The issuer identifier, an https address of another origin than the portal's, without a slash at its end; what
       * agents address their assertions to. Needed, with `listen`, where the portal's own metadata is in the way: with
       * `auth.clientIdMetadataDocuments` or `auth.experimentalDynamicClientRegistration` switched on.
       */
      issuer?: string;
      /** Where that issuer is answered for, in plain HTTP; TLS is for the proxy in front. */
      listen?: {
        /** All addresses of the machine by default. */
        host?: string;
        port: number;
      };
      /** How often one address may ask for a token, in each process; `backend.trustProxy` says whose address it is. */
      rateLimit?: {
        /** How many at once, 60 by default. */
        burst?: number;
        /** How many a minute after that, 120 by default. */
        perMinute?: number;
      };
    };

    /**
     * Issuers of tokens outside the portal that agents may prove themselves with. Nobody is believed by default.
     */
    federation?: {
      issuers?: {
        /** The id that agents name in `spec.identity.federated[].issuer`: lower-case letters, digits and dashes. */
        [id: string]: {
          /** What the `iss` claim of its tokens must be, exactly. Two issuers must differ in it. */
          issuer: string;
          /**
           * Where its keys are (a JSON Web Key Set). Found through `<issuer>/.well-known/openid-configuration` by default.
           */
          jwksUrl?: string;
          /** What its tokens must be addressed to, alone. */
          audience: string;
          /** Signature algorithms accepted from it. RS256 and ES256 by default. */
          algorithms?: Array<
            | 'RS256'
            | 'RS384'
            | 'RS512'
            | 'PS256'
            | 'PS384'
            | 'PS512'
            | 'ES256'
            | 'ES384'
            | 'ES512'
            | 'EdDSA'
          >;
          /**
           * Whether its keys may be fetched from private, loopback and link-local addresses, and without TLS.
           * Defaults to false.
           */
          allowPrivateAddresses?: boolean;
          /** File with the certificates, in PEM, that its server is known by. Those of the system by default. */
          caFile?: string;
          /** How long its tokens may live at most. One hour by default, a day at most. */
          maxTokenLifetime?: HumanDuration | string;
          /** How long its keys are used before they are fetched again. Ten minutes by default. */
          keysMaxAge?: HumanDuration | string;
          /** How soon after a fetch an unknown key may cause another. Thirty seconds by default. */
          keysMinInterval?: HumanDuration | string;
          /** How long fetching one document may take as a whole. Five seconds by default, thirty at most. */
          timeout?: HumanDuration | string;
        };
      };
    };
  };
}
