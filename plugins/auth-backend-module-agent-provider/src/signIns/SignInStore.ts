import { AgentProof } from '@agentgov/backstage-plugin-agent-governance-node';

/** When an agent last signed in with something. */
export type SignIn = {
  proof: AgentProof;
  firstAt: Date;
  /** To the minute: another time within one is not written down. */
  lastAt: Date;
  /** When the token it got then expires. */
  tokenExpiresAt: Date;
};

/** Remembers what agents sign in with, and when they last did. */
export interface SignInStore {
  /** Writes a sign-in down, unless the same was written down less than `everyMs` milliseconds ago. */
  record(options: {
    agentRef: string;
    proof: AgentProof;
    at: Date;
    tokenExpiresAt: Date;
    everyMs: number;
  }): Promise<void>;

  /** Everything an agent ever signed in with, what was used last first. */
  list(agentRef: string): Promise<SignIn[]>;
}
