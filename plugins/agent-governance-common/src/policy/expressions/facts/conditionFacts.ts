import { BOOL, STRING, STRINGS, TIMESTAMP } from '../types';
import { FactGroupSchema } from './FactSchema';

const FREEZE_FIELDS = {
  id: STRING,
  reason: STRING,
  owner: STRING,
  from: TIMESTAMP,
  to: TIMESTAMP,
  scope: STRING,
} as const;

export const conditionFacts: FactGroupSchema<'conditions'> = {
  'conditions.freeze': {
    type: {
      kind: 'object',
      fields: {
        active: BOOL,
        freezes: {
          kind: 'list',
          of: { kind: 'object', fields: FREEZE_FIELDS },
        },
        excepted: {
          kind: 'list',
          of: {
            kind: 'object',
            fields: {
              ...FREEZE_FIELDS,
              exceptionId: STRING,
              exceptedBy: STRINGS,
            },
          },
        },
      },
    },
    description:
      'Freezes over this target and environment now; `active` when one of them has no exception for this request.',
    example: { active: false, freezes: [], excepted: [] },
  },
};
