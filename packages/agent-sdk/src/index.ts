/**
 * What an agent imports to act in a portal under governance.
 *
 * @packageDocumentation
 */

export * from './errors';
export * from './GovernedAgent';
export type * from './GovernedAgentOptions';
export type { AgentKey, OAuthOptions } from './identity';
export type { RetryOptions } from './retry';
export type { WaitOptions } from './waiting';
export type {
  ActionCall,
  ActionCallInput,
  ActionDescription,
  ActionRequest,
  ActionRequestState,
  ContextSnapshot,
  CreateActionRequestInput,
  DecisionReason,
  KnownOutcome,
  OutcomeReport,
  Reconciliation,
  ReportOutcomeInput,
  UnblockStep,
} from '@agentgov/backstage-plugin-agent-governance-common';
