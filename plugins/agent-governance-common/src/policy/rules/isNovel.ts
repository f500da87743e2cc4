import { booleanFact } from './booleanFact';
import { PolicyRule } from './PolicyRule';

/** True when this agent asks for this action on this target for the first time. @public */
export const isNovel: PolicyRule<undefined> = {
  name: 'isNovel',
  description:
    'The agent asks for this action on this target for the first time',
  version: 1,
  changeability: 'circumstance',
  evaluate: facts =>
    booleanFact(facts, 'history.novel', {
      yes: 'the agent asks for this action on this target for the first time',
      no: 'the agent has asked for this action on this target before',
      whether: 'whether the agent asked for this before',
    }),
};
