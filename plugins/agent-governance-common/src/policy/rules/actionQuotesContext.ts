import { booleanFact } from './booleanFact';
import { PolicyRule } from './PolicyRule';

/** True when the action asks its caller to quote the context it acted on. @public */
export const actionQuotesContext: PolicyRule<undefined> = {
  name: 'actionQuotesContext',
  description: 'The action asks its caller to quote the context it acted on',
  version: 1,
  changeability: 'request',
  evaluate: facts =>
    booleanFact(facts, 'action.quotesContext', {
      yes: 'the action asks for the context it acts on to be quoted',
      no: 'the action asks for no quoted context',
      whether: 'whether the action asks for quoted context',
    }),
};
