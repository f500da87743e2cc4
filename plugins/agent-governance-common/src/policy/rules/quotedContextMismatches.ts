import { Ternary } from '../../model';
import { PolicyRule } from './PolicyRule';
import { readQuotedContext } from './readQuotedContext';

const RESULTS: Record<string, Ternary> = {
  matches: false,
  mismatch: true,
  expired: 'unknown',
  none: false,
};

/**
 * True when the context the agent quoted no longer holds. What was not quoted cannot mismatch;
 * whether an expired quote would is unknown.
 *
 * @public
 */
export const quotedContextMismatches: PolicyRule<undefined> = {
  name: 'quotedContextMismatches',
  description: 'The context the agent quoted no longer holds',
  version: 1,
  changeability: 'circumstance',
  evaluate(facts) {
    const { outcome, because, reads } = readQuotedContext(facts);
    return { result: outcome ? RESULTS[outcome] : 'unknown', because, reads };
  },
};
