/** What signing in yields. */
export interface AccessToken {
  token: string;
  /** How long it is good from the moment it was asked for; unknown when absent. */
  lifetimeSeconds?: number;
}

/** Signs an agent in, once. */
export type SignIn = () => Promise<AccessToken>;

/** Something signed that says who the agent is, addressed to an audience. Good once. */
export type GetAssertion = (audience: string) => Promise<string>;
