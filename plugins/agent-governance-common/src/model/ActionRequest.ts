import { EffectClass } from './EffectClass';
import { DecisionReason, Verdict } from './Decision';
import { ExecutionView } from './Execution';
import { JsonObject } from './json';
import { OutcomeReport, Reconciliation } from './Outcome';
import { ReviewSummary } from './ReviewProgress';

/** Where an action request stands. @public */
export type ActionRequestState =
  | 'proposed'
  | 'held'
  | 'authorised'
  | 'executing'
  | 'denied'
  | 'rejected'
  | 'expired'
  | 'withdrawn'
  | 'voided'
  | 'lapsed'
  | 'stopped'
  | 'succeeded'
  | 'failed'
  | 'unknown'
  | 'reconciled';

/** @public */
export const ACTION_REQUEST_STATES: readonly ActionRequestState[] = [
  'proposed',
  'held',
  'authorised',
  'executing',
  'denied',
  'rejected',
  'expired',
  'withdrawn',
  'voided',
  'lapsed',
  'stopped',
  'succeeded',
  'failed',
  'unknown',
  'reconciled',
];

/**
 * One agent asking to run one action on one target in one environment with one input.
 *
 * @public
 */
export interface ActionRequest {
  id: string;
  agentRef: string;
  actionId: string;
  actionTitle: string;
  effectClass: EffectClass;
  /** The action that undoes this one; absent when it is irreversible. */
  undo?: string;
  targetRef: string;
  environment: string;
  /**
   * Entity ref of the person this is done for; never counts as a reviewer. As the agent says, unless `delegationId`
   * is there: then that person granted it.
   */
  onBehalfOf?: string;
  /** The delegation it is done under. */
  delegationId?: string;
  /** Why, in the agent's words: hostile text, shown as plain text. */
  purpose?: string;
  /** The agent's task this belongs to, as the agent names it. */
  runId?: string;
  /** Which step of the run this is, as the agent says. */
  runStep?: number;
  /** ISO 8601, as the agent says. */
  runStartedAt?: string;
  /** Entity ref of the person who started the run, as the agent says; never counts as a reviewer. */
  runStartedBy?: string;
  contextSnapshotId?: string;
  input: JsonObject;
  /** SHA-256 (hex) of everything that was asked: what an approval binds to. */
  actionDigest: string;
  state: ActionRequestState;
  verdict: Verdict;
  reason: DecisionReason;
  /** One sentence that says why it stands where it stands. */
  because: string;
  /** The same request asked again later may be decided differently: something could not be evaluated. */
  retryable: boolean;
  /** It may run, and does so when the agent calls again; only while authorised. */
  awaitsCaller?: true;
  /** The decision that put it where it is. */
  decisionId: string;
  /** Reviews bind to this decision; only while held. */
  holdDecisionId?: string;
  /** ISO 8601; a hold nobody decided by then expires. */
  decideBy?: string;
  /** ISO 8601; an authorised request not started by then lapses. */
  executeBy?: string;
  /** How far its approvals have come; only while held. */
  progress?: ReviewSummary;
  /** What would turn the verdict; only with deny and hold. */
  unblock: UnblockStep[];
  execution?: ExecutionView;
  /** What the agent says it saw, where nobody could tell what came of it. */
  outcomeReport?: OutcomeReport;
  /** What a person found out; only once reconciled. */
  reconciliation?: Reconciliation;
  /** Grows by one with every change of state. */
  revision: number;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601. */
  updatedAt: string;
}

/** One change that would make the verdict looser, and who can bring it about. @public */
export interface UnblockStep {
  /**
   * What would have to happen. With `owner-delegates` the agent asks anew, under their delegation; with
   * `policy-changed` a rule stands in the way that nothing else lifts; with `grant` nobody has said yes; with `wait`
   * and `retry` it may come about by itself.
   */
  kind:
    | 'stop-released'
    | 'freeze-ends'
    | 'incident-resolved'
    | 'health-recovers'
    | 'deployment-ends'
    | 'owner-delegates'
    | 'context-renewed'
    | 'context-requoted'
    | 'wait'
    | 'policy-changed'
    | 'review'
    | 'grant'
    | 'retry';
  /** In words, for people and agents. */
  message: string;
  /** Where that is; absent where it is no one thing. */
  about?: UnblockSubject;
  /** Entity refs of those who can do it. */
  who: string[];
  /** ISO 8601, when it will happen by itself. */
  at?: string;
  /** The verdict that would follow, found by deciding again with the change applied. */
  verdict: Verdict;
}

/** What somebody would have to look at to take an unblocking step. @public */
export interface UnblockSubject {
  /** `entity` is whatever holds there: its incidents, its health, its context, or what it says of agents. */
  kind: 'freeze' | 'stop' | 'policy' | 'entity';
  /** Id of the freeze or stop, entity ref of the others. */
  ref: string;
}
