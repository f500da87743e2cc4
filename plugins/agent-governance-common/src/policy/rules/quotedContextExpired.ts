import { PolicyRule } from './PolicyRule';
import { readQuotedContext } from './readQuotedContext';

/**
 * True when the agent quoted context that has expired since.
 *
 * `quotedContextMismatches` is unknown then; a policy that wants a person to look at such a request,
 * rather than refuse it, says so with this rule.
 *
 * @public
 */
export const quotedContextExpired: PolicyRule<undefined> = {
  name: 'quotedContextExpired',
  description: 'The context the agent quoted has expired',
  version: 1,
  changeability: 'circumstance',
  evaluate(facts) {
    const { outcome, because, reads } = readQuotedContext(facts);
    return {
      result: outcome ? outcome === 'expired' : 'unknown',
      because,
      reads,
    };
  },
};
