import { BOOL, MAP, STRING, STRINGS } from '../types';
import { FactGroupSchema } from './FactSchema';

export const targetFacts: FactGroupSchema<'target'> = {
  'target.ref': {
    type: STRING,
    description: 'The entity that the action is about.',
    example: 'component:default/payments-api',
  },
  'target.uid': {
    type: STRING,
    description: 'The catalog’s id of the target.',
    example: '0b7b1c7e-7a9c-4c52-9b51-0f3f0b8f2d10',
  },
  'target.etag': {
    type: STRING,
    description: 'The state of the target’s entity in the catalog.',
    example: '8f14e45fceea',
  },
  'target.kind': {
    type: STRING,
    description: 'Kind of the target, in lower case.',
    example: 'component',
  },
  'target.type': {
    type: STRING,
    description: 'The target’s `spec.type`.',
    example: 'service',
  },
  'target.lifecycle': {
    type: STRING,
    description: 'The target’s `spec.lifecycle`.',
    example: 'production',
  },
  'target.owner': {
    type: STRING,
    description: 'Who owns the target.',
    example: 'group:default/payments',
  },
  'target.system': {
    type: STRING,
    description: 'The system the target is part of.',
    example: 'system:default/payments',
  },
  'target.domain': {
    type: STRING,
    description: 'The domain of the target’s system.',
    example: 'domain:default/money',
  },
  'target.tier': {
    type: STRING,
    description: 'How much depends on the target, in the portal’s own words.',
    example: 'tier-1',
  },
  'target.dataClass': {
    type: STRING,
    description: 'How sensitive what the target holds is.',
    example: 'confidential',
  },
  'target.owners': {
    type: STRINGS,
    description: 'The target’s owner and every group above it.',
    example: ['group:default/payments', 'group:default/money'],
  },
  'target.agents': {
    type: {
      kind: 'object',
      fields: {
        rule: {
          kind: 'string',
          oneOf: ['forbidden', 'supervised', 'allowed'],
        },
        trusted: BOOL,
      },
    },
    description: 'What the target’s entity says about agents in short.',
    example: { rule: 'supervised', trusted: true },
  },
  'target.tags': {
    type: STRINGS,
    description: 'The target’s tags.',
    example: ['java'],
  },
  'target.labels': {
    type: MAP,
    description: 'The target’s labels.',
    example: { 'example.com/zone': 'pci' },
  },
  'target.annotations': {
    type: MAP,
    description: 'The target’s annotations.',
    example: { 'backstage.io/source-location': 'url:https://example.com/' },
  },
};
