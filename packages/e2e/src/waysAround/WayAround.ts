/** What an attempt was answered. */
export interface Answer {
  /** Method and path. */
  what: string;
  status: number;
  /** The body, as it came. */
  text: string;
  /** Whether the portal said no to it; nothing the agent asked for has happened then. */
  refused: boolean;
}

/** An agent with a valid token of its own, and the portal it would walk around. */
export interface Attempt {
  agentToken: string;
  portalUrl: string;
}

/** A way around governance that an agent may try. The docs list them under the same ids. */
export interface WayAround {
  id: string;
  title: string;
  /** Tries it; every answer must be a refusal. */
  try(attempt: Attempt): Promise<Answer[]>;
}
