import { AgentStandingFailure } from '@agentgov/backstage-plugin-agent-governance-node';

/**
 * Why an agent could not sign in. For logs only: outside, all are the same.
 *
 * - `missing`, `too-large`, `malformed`: there is no assertion that could be read.
 * - `algorithm-not-allowed`: the header names an algorithm that is never accepted, such as `none` or HS256.
 * - `wrong-type`: the assertion is another sort of token.
 * - `unsupported-authentication`: it tried to prove itself in another way, such as a secret or a token in the header.
 * - `unknown-issuer`: it was issued by neither an agent nor an issuer the portal was configured to believe.
 * - `subject-not-agent`, `issuer-not-subject`, `wrong-audience`: who says what to whom does not fit.
 * - `expired`, `not-yet-valid`, `lives-too-long`: its times do not fit.
 * - `bad-jti`, `replayed`: its id is missing or unusable, or was used before.
 * - `client-mismatch`: the agent is another than the `client_id` beside the assertion says.
 * - `bad-subject`, `unknown-identity`, `identity-claimed-twice`: a federated token whose subject is unusable, or is no
 *   agent's that may act, or that of several.
 * - `unknown-key`, `algorithm-mismatch`, `wrong-signature`: the agent, or the federated issuer, has no key this was signed with.
 * - one of {@link AgentStandingFailure}: the agent may not act.
 */
export type AgentSignInFailure =
  | 'missing'
  | 'too-large'
  | 'malformed'
  | 'algorithm-not-allowed'
  | 'wrong-type'
  | 'unsupported-authentication'
  | 'unknown-issuer'
  | 'subject-not-agent'
  | 'issuer-not-subject'
  | 'wrong-audience'
  | 'expired'
  | 'not-yet-valid'
  | 'lives-too-long'
  | 'bad-jti'
  | 'replayed'
  | 'client-mismatch'
  | 'bad-subject'
  | 'unknown-identity'
  | 'identity-claimed-twice'
  | 'unknown-key'
  | 'algorithm-mismatch'
  | 'wrong-signature'
  | AgentStandingFailure;

/** An agent could not sign in, and why. Never leaves the portal. */
export class AgentSignInError extends Error {
  readonly name = 'AgentSignInError';
  readonly reason: AgentSignInFailure;
  /** Who the assertion says it is from; unproven. */
  readonly agentRef?: string;

  constructor(
    reason: AgentSignInFailure,
    message: string,
    options?: { agentRef?: string },
  ) {
    super(message);
    this.reason = reason;
    this.agentRef = options?.agentRef;
  }
}
