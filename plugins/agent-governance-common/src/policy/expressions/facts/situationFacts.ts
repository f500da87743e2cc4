import { WEEKDAYS } from '../../../model';
import { BOOL, INT, STRING, TIMESTAMP } from '../types';
import { FactGroupSchema } from './FactSchema';

export const topologyFacts: FactGroupSchema<'topology'> = {
  'topology.ownedByAgentOwner': {
    type: BOOL,
    description: 'Whether the agent’s owner also owns the target.',
    example: true,
  },
  'topology.operates': {
    type: BOOL,
    description: 'Whether the agent says it operates the target.',
    example: true,
  },
  'topology.sameSystem': {
    type: BOOL,
    description:
      'Whether the target is in a system of what the agent operates.',
    example: true,
  },
  'topology.sameDomain': {
    type: BOOL,
    description:
      'Whether the target is in a domain of what the agent operates.',
    example: true,
  },
  'topology.distance': {
    type: INT,
    description:
      'Hops over dependsOn and partOf from what the agent operates to the target.',
    example: 1,
  },
  'topology.dependents': {
    type: INT,
    description:
      'How many entities depend on the target, directly or through others.',
    example: 12,
  },
  'topology.highestTier': {
    type: STRING,
    description: 'The highest tier among those that depend on the target.',
    example: 'tier-1',
  },
};

export const environmentFacts: FactGroupSchema<'environment'> = {
  'environment.name': {
    type: STRING,
    description: 'The environment the action would run in.',
    example: 'production',
  },
  'environment.owner': {
    type: STRING,
    description: 'Who owns the environment.',
    example: 'group:default/platform',
  },
  'environment.rank': {
    type: INT,
    description:
      'Place in the order of environments; higher is closer to users.',
    example: 3,
  },
  'environment.production': {
    type: BOOL,
    description: 'Whether users depend on this environment.',
    example: true,
  },
};

export const timeFacts: FactGroupSchema<'time'> = {
  'time.now': {
    type: TIMESTAMP,
    description: 'The moment the decision was made for.',
    example: '2026-11-20T10:00:00.000Z',
  },
  'time.weekday': {
    type: { kind: 'string', oneOf: WEEKDAYS },
    description: 'The day of the week, in `time.zone`.',
    example: 'friday',
  },
  'time.hour': {
    type: INT,
    description: 'The hour of the day from 0 to 23, in `time.zone`.',
    example: 16,
  },
  'time.zone': {
    type: STRING,
    description: 'The portal’s time zone.',
    example: 'Europe/Zurich',
  },
};
