import { HEALTH_STATUSES, STOP_KINDS } from '../../../model';
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
  'conditions.incident': {
    type: {
      kind: 'object',
      fields: {
        active: BOOL,
        incidents: {
          kind: 'list',
          of: {
            kind: 'object',
            fields: {
              id: STRING,
              title: STRING,
              severity: STRING,
              entityRef: STRING,
              source: STRING,
              openedAt: TIMESTAMP,
            },
          },
        },
      },
    },
    description:
      'Open incidents on the target, on its system or on what it depends on directly.',
    example: { active: false, incidents: [] },
  },
  'conditions.health': {
    type: {
      kind: 'object',
      fields: {
        status: { kind: 'string', oneOf: HEALTH_STATUSES },
        source: STRING,
        reportedAt: TIMESTAMP,
      },
    },
    description:
      'The worst that any source says of the target’s health in this environment.',
    example: {
      status: 'healthy',
      source: 'monitoring',
      reportedAt: '2026-11-20T09:59:00.000Z',
    },
  },
  'conditions.deployInProgress': {
    type: {
      kind: 'object',
      fields: {
        active: BOOL,
        executions: {
          kind: 'list',
          of: {
            kind: 'object',
            fields: {
              requestId: STRING,
              actionId: STRING,
              startedAt: TIMESTAMP,
            },
          },
        },
        reported: {
          kind: 'list',
          of: {
            kind: 'object',
            fields: {
              id: STRING,
              title: STRING,
              source: STRING,
              startedAt: TIMESTAMP,
            },
          },
        },
      },
    },
    description:
      'Deployments of the target to this environment that are under way.',
    example: { active: false, executions: [], reported: [] },
  },
  'conditions.stops': {
    type: {
      kind: 'list',
      of: {
        kind: 'object',
        fields: {
          id: STRING,
          scope: {
            kind: 'object',
            fields: {
              kind: { kind: 'string', oneOf: STOP_KINDS },
              ref: STRING,
              on: STRING,
            },
          },
          reason: STRING,
          pulledBy: STRING,
          pulledAt: TIMESTAMP,
        },
      },
    },
    description: 'Stops in force over this agent, action or target.',
    example: [],
  },
};
