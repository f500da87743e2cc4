import { BOOL, INT, JSON_VALUE, STRING, TIMESTAMP } from '../types';
import { FactGroupSchema } from './FactSchema';

export const contextFacts: FactGroupSchema<'context'> = {
  'context.required': {
    type: {
      kind: 'list',
      of: {
        kind: 'object',
        fields: {
          factType: STRING,
          freshness: {
            kind: 'string',
            oneOf: ['fresh', 'ageing', 'stale', 'unknown'],
          },
          digest: STRING,
          verifiedAt: TIMESTAMP,
          ageSeconds: INT,
          warnAfterSeconds: INT,
          errorAfterSeconds: INT,
          signedOffBy: STRING,
          signOffBy: STRING,
        },
      },
    },
    description:
      'The fact types the action requires of the target, each against its standard.',
    example: [{ factType: 'runbook', freshness: 'fresh', ageSeconds: 60 }],
  },
  'context.floorMet': {
    type: BOOL,
    description: 'Whether every required fact is fresh or ageing.',
    example: true,
  },
  'context.quoted': {
    type: {
      kind: 'object',
      fields: {
        result: {
          kind: 'string',
          oneOf: ['matches', 'mismatch', 'expired', 'none'],
        },
        snapshotId: STRING,
        differences: {
          kind: 'list',
          of: {
            kind: 'object',
            fields: {
              factType: STRING,
              quoted: JSON_VALUE,
              current: JSON_VALUE,
              source: STRING,
              changedAt: TIMESTAMP,
            },
          },
        },
      },
    },
    description:
      'How the context the agent quoted compares with what holds now.',
    example: { result: 'matches', snapshotId: 'snapshot-1' },
  },
};
