import { PermissionRuleParams } from '@backstage/plugin-permission-common';
import { z } from 'zod';
import { FactRead, Facts, Ternary } from '../../model';

/** What a rule found, with everything it looked at. @public */
export interface RuleOutcome {
  result: Ternary;
  /** One clause, in words, without capital or full stop. */
  because: string;
  reads: FactRead[];
}

/**
 * How far what a rule looks at can change while the request stays the same.
 * Explanations prefer what can: nobody is helped by "it would be allowed if it were another action".
 *
 * - `circumstance`: passes or can be brought about: a freeze, the age of context.
 * - `relation`: changes rarely and elsewhere: ownership, topology, a missing undo.
 * - `request`: only another request would have it otherwise.
 *
 * @public
 */
export type Changeability = 'circumstance' | 'relation' | 'request';

/**
 * One question about sealed facts, answered yes, no or *unknown*.
 *
 * Pure: same facts and params, same outcome, whenever and wherever it runs.
 * A change of meaning raises the version, which is part of every policy set's digest.
 *
 * @public
 */
export interface PolicyRule<
  TParams extends PermissionRuleParams = PermissionRuleParams,
> {
  name: string;
  description: string;
  version: number;
  changeability: Changeability;
  /**
   * `claim`: it looks at what the agent says about itself. It may narrow a grant that stands without it and never
   * carry one; criteria in which it does are refused. Absent for rules that look at what others say.
   */
  basis?: 'claim';
  /** Absent for a rule without parameters. Strict: an unknown or misspelt parameter is refused. */
  paramsSchema?: z.ZodType<TParams, TParams>;
  evaluate(facts: Facts, params: TParams): RuleOutcome;
}

/** A rule whose parameters are not known statically; parse them with its schema before evaluating. @public */
export interface AnyPolicyRule
  extends Omit<PolicyRule, 'paramsSchema' | 'evaluate'> {
  paramsSchema?: z.ZodType;
  evaluate(facts: Facts, params: never): RuleOutcome;
}
