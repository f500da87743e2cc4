import { Ternary } from '../../model';
import { PolicyRule } from './PolicyRule';
import { readQuotedContext } from './readQuotedContext';

const RESULTS: Record<string, Ternary> = {
  matches: true,
  mismatch: false,
  expired: 'unknown',
  none: 'unknown',
};

/**
 * True when the context the agent quoted still holds. An expired quote, and none at all,
 * are unknown, so that leaving it out gains nothing.
 *
 * @public
 */
export const quotedContextMatches: PolicyRule<undefined> = {
  name: 'quotedContextMatches',
  description: 'The context the agent quoted still holds',
  version: 1,
  changeability: 'circumstance',
  evaluate(facts) {
    const { outcome, because, reads } = readQuotedContext(facts);
    return { result: outcome ? RESULTS[outcome] : 'unknown', because, reads };
  },
};
