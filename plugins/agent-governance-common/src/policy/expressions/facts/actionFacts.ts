import { EFFECT_CLASSES } from '../../../model';
import { BOOL, STRING, STRINGS } from '../types';
import { FactGroupSchema } from './FactSchema';

export const actionFacts: FactGroupSchema<'action'> = {
  'action.id': {
    type: STRING,
    description: 'The registered action that is asked for.',
    example: 'deployments:restart',
  },
  'action.definitionDigest': {
    type: STRING,
    description: 'SHA-256 of the action’s definition.',
    example: 'c0ffee…',
  },
  'action.effectClass': {
    type: { kind: 'string', oneOf: EFFECT_CLASSES },
    description:
      'What a machine may do when the outcome of the action is unknown.',
    example: 'idempotent',
  },
  'action.mutates': {
    type: BOOL,
    description: 'Whether the action changes anything.',
    example: true,
  },
  'action.reversible': {
    type: BOOL,
    description: 'Whether an action is registered that undoes this one.',
    example: true,
  },
  'action.quotesContext': {
    type: BOOL,
    description:
      'Whether the action asks its caller to quote the context it acted on.',
    example: true,
  },
  'action.takesSecrets': {
    type: BOOL,
    description:
      'Whether the action is given secrets; they are never stored, so it cannot wait for a person.',
    example: false,
  },
  'action.tags': {
    type: STRINGS,
    description: 'Tags of the action’s definition.',
    example: ['rollout'],
  },
};
