import { Entity } from '@backstage/catalog-model';
import { AutonomyCeiling } from '../model';
import { AgentFederatedIdentity } from './AgentFederatedIdentity';
import { AgentPublicKey } from './AgentPublicKey';
import { AGENT_API_VERSION, AGENT_KIND, AGENT_LIFECYCLES } from './constants';

/** One of {@link AGENT_LIFECYCLES}. @public */
export type AgentLifecycle = (typeof AGENT_LIFECYCLES)[number];

/**
 * A program that acts in the portal under its own name.
 *
 * @remarks
 *
 * What an entity says of itself is its author's claim. It counts only when it comes from a place named in
 * `agentGovernance.trust`.
 *
 * @public
 */
export interface AgentEntity extends Entity {
  apiVersion: typeof AGENT_API_VERSION;
  kind: typeof AGENT_KIND;
  spec: {
    /** What sort of agent this is, in the words of the organisation: `deployer`, `support`, … */
    type: string;
    /** Whether it may act at all: anything but `retired` may. */
    lifecycle: AgentLifecycle;
    /** The group or user answerable for it; kind `Group` unless given. */
    owner: string;
    /** The system it belongs to; kind `System` unless given. */
    system?: string;
    /** The components and systems it works on; kind `Component` unless given. */
    operates?: string[];
    /** What it may do at most, whatever a policy says. */
    autonomy: AutonomyCeiling;
    /** The model behind it, as free text for people. */
    model?: string;
    /** What it was told to do, as free text for people. */
    instructions?: string;
    /** How it proves that it is itself. With neither a key nor a federated identity it cannot sign in. */
    identity?: {
      /** Public keys only, at most two, so that a key can be replaced without a gap. */
      keys?: AgentPublicKey[];
      /** Who it is to the issuers of tokens that the portal was configured to believe. */
      federated?: AgentFederatedIdentity[];
    };
  };
}
