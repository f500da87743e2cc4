import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { freezeCondition } from '../../model';
import { FactChanges, sampleFacts, unknownFact } from '../../testUtils';
import { walkCriteria } from './walkCriteria';
import { whyCriteria } from './whyCriteria';

const rule = (name: string, params?: PermissionCondition['params']) => ({
  resourceType: 'agent-action',
  rule: name,
  ...(params && { params }),
});
const freeze = {
  id: 'f',
  reason: 'release-week',
  owner: 'group:default/sre',
  from: '2026-11-20T00:00:00Z',
  to: '2026-11-22T18:00:00Z',
  scope: 'everything',
};

const reads = rule('effectClassIsOneOf', { effectClasses: ['read'] });
const criteria: PermissionCriteria<PermissionCondition> = {
  anyOf: [
    reads,
    {
      allOf: [
        { not: reads },
        rule('targetOwnedByAgentOwner'),
        { not: rule('duringFreeze') },
      ],
    },
  ],
};

const FROZEN =
  'the freeze “release-week” (owner group:default/sre) is in force until 2026-11-22T18:00Z';
const FOREIGN =
  "the target is owned by group:default/payments, not by the agent's owner group:default/payments";

describe('whyCriteria', () => {
  it.each<[string, FactChanges, string[]]>([
    [
      'names the alternative that holds',
      {
        'action.effectClass': 'read',
        'conditions.freeze': freezeCondition([freeze]),
      },
      ['the effect class of the action is read'],
    ],
    [
      'names what can change before what cannot',
      { 'conditions.freeze': freezeCondition([freeze]) },
      [FROZEN],
    ],
    [
      'names everything that would have to change',
      {
        'conditions.freeze': freezeCondition([freeze]),
        'topology.ownedByAgentOwner': false,
      },
      [FOREIGN, FROZEN],
    ],
    [
      'names what is not known where that decides',
      { 'conditions.freeze': unknownFact },
      [
        'it is not known whether a freeze is in force: conditions.freeze is unknown (no answer)',
      ],
    ],
  ])('%s', (_, changes, clauses) => {
    expect(whyCriteria(walkCriteria(criteria, sampleFacts(changes)))).toEqual(
      clauses,
    );
  });

  it('explains negated groups by what they hold', () => {
    const negated = { not: criteria };
    expect(whyCriteria(walkCriteria(negated, sampleFacts()))).toEqual([
      'no freeze is in force',
    ]);
  });
});
