import { AgentStandingFailure } from '@agentgov/backstage-plugin-agent-governance-node';

/**
 * Why an agent could not sign in. For logs only: outside, all are the same.
 *
 * - `missing`, `too-large`, `malformed`: there is no assertion that could be read.
 * - `algorithm-not-allowed`: the header names an algorithm that is never accepted, such as `none` or HS256.
 * - `wrong-type`: the assertion is another sort of token.
 * - `subject-not-agent`, `issuer-not-subject`, `wrong-audience`: who says what to whom does not fit.
 * - `expired`, `not-yet-valid`, `lives-too-long`: its times do not fit.
 * - `bad-jti`, `replayed`: its id is missing or unusable, or was used before.
 * - `unknown-key`, `algorithm-mismatch`, `wrong-signature`: the agent has no key this was signed with.
 * - one of {@link AgentStandingFailure}: the agent may not act.
 */
export type AgentSignInFailure =
  | 'missing'
  | 'too-large'
  | 'malformed'
  | 'algorithm-not-allowed'
  | 'wrong-type'
  | 'subject-not-agent'
  | 'issuer-not-subject'
  | 'wrong-audience'
  | 'expired'
  | 'not-yet-valid'
  | 'lives-too-long'
  | 'bad-jti'
  | 'replayed'
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
