import { Facts, JsonObject, PolicyResult, RuleResult } from '../../model';
import { CheckpointSpec, DocumentLevel } from '../documents';
import { TargetTest } from '../documents/targets';
import { ExpressionOutcome } from '../expressions/CompiledExpression';
import { FactPath } from '../facts';
import { ScopeTest } from './ScopeTest';

/** One policy in an index, with everything about it worked out that does not depend on a request. */
export interface PolicyEntry {
  /** Its place in the one order of all policies. */
  rank: number;
  level: DocumentLevel;
  mode: 'enforce' | 'shadow';
  header: Omit<PolicyResult, 'rules'>;
  scope: ScopeTest;
  /** The one target it speaks about, at the service level. */
  entity?: string;
  /** Which targets it speaks about within its authority: part of its scope, kept to tell it apart. */
  filter?: { predicate: JsonObject; test: TargetTest['test'] };
  /** Upper bound of what evaluating its rules takes. */
  cost: number;
  rules: readonly EntryRule[];
}

/** One rule of it. */
export interface EntryRule {
  name: string;
  effect: RuleResult['effect'];
  /** Of which policy, in words. */
  of: string;
  /** Absent: always. Never throws. */
  when?: EntryExpression;
  /** Whether it still has a say: what a policy that vanished allows does not count. */
  counts: boolean;
  /** Whether a match is a yes of its level. */
  grants: boolean;
  /** What it says where it matches, where it does not, and for the sentence about the whole level. */
  because: { matched: string; notMatched: string; clause: string };
  checkpoint?: { id: string; policy: string; spec: CheckpointSpec };
}

/** When a rule matches. */
export interface EntryExpression {
  /** As it was written; absent for what is not written anywhere. */
  source?: string;
  /** Every fact it could ever read. */
  reads: readonly FactPath[];
  evaluate(facts: Facts): ExpressionOutcome;
}
