import { BOOL, INT, STRING } from '../types';
import { FactGroupSchema } from './FactSchema';

export const runFacts: FactGroupSchema<'run'> = {
  'run.id': {
    type: STRING,
    description: 'The run the agent says this request belongs to: a claim.',
    example: 'run-42',
  },
};

export const historyFacts: FactGroupSchema<'history'> = {
  'history.mutationsLastHour': {
    type: INT,
    description:
      'This agent’s mutating requests of the last hour that ran or are on their way.',
    example: 3,
  },
  'history.mutationsLastDay': {
    type: INT,
    description:
      'This agent’s mutating requests of the last day that ran or are on their way.',
    example: 12,
  },
  'history.sameActionOnTarget': {
    type: INT,
    description:
      'How often this agent ran this action on this target to success.',
    example: 1,
  },
  'history.novel': {
    type: BOOL,
    description:
      'Whether this agent asks for this action on this target for the first time.',
    example: false,
  },
};
