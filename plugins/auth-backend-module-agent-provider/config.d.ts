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
  };
}
