import { AUTONOMY_CEILINGS } from '../../../model';
import { STRING, STRINGS, TIMESTAMP } from '../types';
import { FactGroupSchema } from './FactSchema';

export const agentFacts: FactGroupSchema<'agent'> = {
  'agent.ref': {
    type: STRING,
    description: 'The agent that asks.',
    example: 'agent:default/release-bot',
  },
  'agent.uid': {
    type: STRING,
    description:
      'The catalog’s id of the agent; another entity of the same name has another.',
    example: '5f2c9c1e-8a55-4f0e-9d43-0c1c6f1a7b11',
  },
  'agent.owner': {
    type: STRING,
    description: 'The group that owns the agent.',
    example: 'group:default/payments',
  },
  'agent.lifecycle': {
    type: STRING,
    description: 'The agent’s lifecycle in the catalog.',
    example: 'production',
  },
  'agent.autonomy': {
    type: { kind: 'string', oneOf: AUTONOMY_CEILINGS },
    description: 'How far its owner lets the agent go.',
    example: 'supervised',
  },
  'agent.operates': {
    type: STRINGS,
    description: 'What the agent says it operates: a claim of its owner.',
    example: ['component:default/payments-api'],
  },
  'agent.model': {
    type: STRING,
    description: 'The language model the agent says it runs on.',
    example: 'example-model-4',
  },
  'agent.tags': {
    type: STRINGS,
    description: 'The agent’s tags.',
    example: ['release'],
  },
};

export const subjectFacts: FactGroupSchema<'subject'> = {
  'subject.ref': {
    type: STRING,
    description:
      'The person on whose behalf the agent acts: a claim, unless it quotes a delegation.',
    example: 'user:default/ada',
  },
  'subject.groups': {
    type: STRINGS,
    description: 'Every group that person is in, and every group above those.',
    example: ['group:default/payments'],
  },
  'subject.delegation': {
    type: {
      kind: 'object',
      fields: {
        id: STRING,
        actions: STRINGS,
        targets: STRINGS,
        environments: STRINGS,
        until: TIMESTAMP,
      },
    },
    description:
      'The delegation of that person to this agent that the request is made under; none without.',
    example: {
      id: '019a0000-0000-7000-8000-000000000004',
      actions: ['deployments:*'],
      until: '2026-11-27T10:00:00Z',
    },
  },
};
