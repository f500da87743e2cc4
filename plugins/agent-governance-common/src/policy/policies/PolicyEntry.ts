import { Facts, PolicyResult, RuleResult } from '../../model';
import { CheckpointSpec, DocumentLevel } from '../documents';
import { ExpressionOutcome } from '../expressions/CompiledExpression';
import { ScopeTest } from './ScopeTest';

/** One policy in an index, with everything about it worked out that does not depend on a request. */
export interface PolicyEntry {
  /** Its place in the one order of all policies. */
  rank: number;
  level: DocumentLevel;
  mode: 'enforce' | 'shadow';
  header: Omit<PolicyResult, 'rules'>;
  scope: ScopeTest;
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
  when?: { evaluate(facts: Facts): ExpressionOutcome };
  /** Whether it still has a say: what a policy that vanished allows does not count. */
  counts: boolean;
  /** Whether a match is a yes of its level. */
  grants: boolean;
  /** What it says where it matches, where it does not, and for the sentence about the whole level. */
  because: { matched: string; notMatched: string; clause: string };
  checkpoint?: { id: string; policy: string; spec: CheckpointSpec };
}
