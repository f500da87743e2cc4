import { booleanFact } from './booleanFact';
import { PolicyRule } from './PolicyRule';

/** True when an action is registered that undoes this one. @public */
export const hasUndo: PolicyRule<undefined> = {
  name: 'hasUndo',
  description: 'An action is registered that undoes this one',
  version: 1,
  changeability: 'relation',
  evaluate: facts =>
    booleanFact(facts, 'action.reversible', {
      yes: 'the action can be undone',
      no: 'no registered action undoes this one',
      whether: 'whether the action can be undone',
    }),
};
