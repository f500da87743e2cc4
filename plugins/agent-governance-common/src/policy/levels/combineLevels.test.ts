import { LevelResult, PolicyLevel } from '../../model';
import { combineLevels } from './combineLevels';

type Said = 'allow' | 'ask' | 'ask only' | 'deny' | 'none' | 'open';

const SAYS: Record<Said, Pick<LevelResult, 'effect' | 'granted'>> = {
  allow: { effect: 'allow', granted: true },
  ask: { effect: 'require-approval', granted: true },
  'ask only': { effect: 'require-approval', granted: false },
  deny: { effect: 'deny', granted: false },
  none: { effect: 'none', granted: false },
  open: { effect: 'none', granted: false },
};

function combine(
  said: Partial<Record<PolicyLevel, Said>>,
  requiredLevels: PolicyLevel[] = [],
) {
  const levels = Object.entries(said).map(
    ([level, says]): LevelResult => ({
      level: level as PolicyLevel,
      ...SAYS[says],
      ...(says === 'open' && { couldNotEvaluate: `${level} is open` }),
      because: `${level} says ${says}`,
      policies: [],
    }),
  );
  const forth = combineLevels({ levels, requiredLevels });
  const back = combineLevels({ levels: levels.reverse(), requiredLevels });
  expect(back).toMatchObject({ verdict: forth.verdict, reason: forth.reason });
  return `${forth.verdict} ${forth.reason}`;
}

const rows: Array<
  [outcome: string, Partial<Record<PolicyLevel, Said>>, PolicyLevel[]?]
> = [
  ['allow granted', { portal: 'allow', agent: 'none' }],
  ['allow granted', { portal: 'none', team: 'allow' }],
  ['hold granted', { portal: 'allow', team: 'ask' }],
  ['hold granted', { portal: 'allow', agent: 'ask only' }],
  ['hold granted', { portal: 'ask only', team: 'allow' }],
  ['deny denied', { portal: 'allow', team: 'allow', service: 'deny' }],
  ['deny denied', { portal: 'open', team: 'deny' }],
  ['deny could-not-evaluate', { portal: 'allow', team: 'open' }],
  ['deny could-not-evaluate', { portal: 'none', team: 'open' }],
  ['deny not-granted', { portal: 'none', agent: 'none' }],
  ['deny not-granted', { portal: 'ask only' }],
  ['deny not-granted', {}],
  // No authority over the target: a yes of these alone is none.
  ['deny not-granted', { portal: 'none', environment: 'allow' }],
  ['deny not-granted', { portal: 'none', agent: 'allow' }],
  ['allow granted', { team: 'allow', environment: 'allow' }],
  // Agreement of several.
  ['allow granted', { portal: 'allow', team: 'allow' }, ['portal', 'team']],
  ['hold granted', { portal: 'allow', team: 'ask' }, ['portal', 'team']],
  ['deny not-granted', { portal: 'allow', team: 'none' }, ['team']],
  ['deny not-granted', { portal: 'allow' }, ['portal', 'team']],
  ['deny not-granted', { portal: 'allow', team: 'ask only' }, ['team']],
];

describe('combineLevels', () => {
  it.each(
    rows.map(
      ([outcome, said, required = []]) => [outcome, said, required] as const,
    ),
  )('invariant 3: %s, from %j requiring %j', (outcome, said, required) => {
    expect(combine(said, [...required])).toBe(outcome);
  });
});
