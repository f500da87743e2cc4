import { BOOL, INT, STRING, TIMESTAMP } from '../types';
import { FactGroupSchema } from './FactSchema';

export const runFacts: FactGroupSchema<'run'> = {
  'run.id': {
    type: STRING,
    description: 'The run the agent says this request belongs to: a claim.',
    example: 'run-42',
  },
  'run.step': {
    type: INT,
    description:
      'Which step of the run the agent says this is, from 1: a claim.',
    example: 4,
  },
  'run.startedAt': {
    type: TIMESTAMP,
    description:
      'When the run started: the earlier of what the agent says and our first request of it.',
    example: '2026-11-20T09:30:00.000Z',
  },
  'run.startedBy': {
    type: STRING,
    description: 'The person who started the run, as the agent says: a claim.',
    example: 'user:default/ada',
  },
  'run.mutations': {
    type: INT,
    description:
      'Mutating requests of this run that ran or are on their way, besides this one.',
    example: 2,
  },
  'run.failures': {
    type: INT,
    description: 'Those of the run that failed.',
    example: 0,
  },
  'run.unknownOutcomes': {
    type: INT,
    description:
      'Those of the run of which nobody knows whether they happened.',
    example: 0,
  },
};

export const historyFacts: FactGroupSchema<'history'> = {
  'history.mutations': {
    type: { kind: 'object', fields: { lastHour: INT, lastDay: INT } },
    description:
      'This agent’s mutating requests that ran or are on their way, by when they were asked.',
    example: { lastHour: 3, lastDay: 12 },
  },
  'history.sameActionOnTarget': {
    type: INT,
    description:
      'How often this agent ran this action on this target to success.',
    example: 1,
  },
  'history.sameActionOnKind': {
    type: INT,
    description:
      'How often this agent ran this action to success on any target of this kind, counted up to 1000.',
    example: 7,
  },
  'history.lastDenialAt': {
    type: TIMESTAMP,
    description: 'When a request of this agent was last denied.',
    example: '2026-11-19T17:00:00.000Z',
  },
  'history.novel': {
    type: BOOL,
    description:
      'Whether this agent asks for this action on this target for the first time.',
    example: false,
  },
};
