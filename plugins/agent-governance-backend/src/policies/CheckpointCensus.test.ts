import { JsonValue } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  parsePolicy,
  policyText,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { policyEntity } from './__testUtils__/policyEntity';
import { CheckpointCensus } from './CheckpointCensus';

const GROUPS: Record<string, string[]> = {
  'group:default/sre': ['user:default/ann', 'user:default/bo'],
  'group:default/platform': ['user:default/bo'],
};

const policy = {
  ref: 'agentpolicy:default/p',
  state: 'enforcing' as const,
  title: 'P',
  textDigest: 'd',
  because: '',
  problems: [],
  checkpoints: [],
};

function setUp(...anyOf: JsonValue[]) {
  const clock = { ms: 0 };
  const membersOf = jest.fn(async (ref: string) => GROUPS[ref] ?? []);
  const parsed = parsePolicy(
    policyEntity('p', {
      rules: [
        {
          name: 'looked-at',
          effect: 'require-approval',
          because: 'Somebody looks.',
          checkpoint: {
            anyOf: anyOf as never,
            decideWithin: 'PT4H',
            executeWithin: 'PT30M',
          },
        },
      ],
    }),
  );
  const text = parsed.ok ? policyText(parsed.document) : '';
  const census = CheckpointCensus.create({
    people: { membersOf },
    textOf: async () => text,
    now: () => new Date(clock.ms),
  });
  return { census, membersOf, clock };
}

const term = (from: string, count: number) => ({ from, count });

describe('CheckpointCensus', () => {
  it('says when a quorum is larger than its group', async () => {
    const { census } = setUp({ allOf: [term('group:default/sre', 3)] });
    expect(await census.of(policy)).toEqual([
      {
        rule: 'looked-at',
        satisfiable: false,
        anyOf: [
          {
            satisfiable: false,
            because: expect.stringContaining('2 people'),
            allOf: [{ from: 'group:default/sre', count: 3, people: 2 }],
          },
        ],
      },
    ]);
  });

  it('counts one person once for one alternative, and is content with any of them', async () => {
    const together = {
      allOf: [term('group:default/sre', 2), term('group:default/platform', 1)],
    };
    const { census } = setUp(together);
    expect(await census.of(policy)).toMatchObject([{ satisfiable: false }]);
    const either = setUp(together, { allOf: [term('group:default/sre', 1)] });
    expect(await either.census.of(policy)).toMatchObject([
      { satisfiable: true },
    ]);
  });

  it('leaves open what depends on who owns the target', async () => {
    const { census } = setUp({
      allOf: [term('target-owner', 1), term('group:default/sre', 1)],
    });
    expect(await census.of(policy)).toMatchObject([{ satisfiable: 'unknown' }]);
  });

  it('counts again after a minute, and keeps what it knew when nobody can be asked', async () => {
    const { census, membersOf, clock } = setUp({
      allOf: [term('group:default/sre', 1)],
    });
    const first = await census.of(policy);
    clock.ms = 59_999;
    await census.of(policy);
    expect(membersOf).toHaveBeenCalledTimes(1);
    clock.ms = 60_000;
    membersOf.mockRejectedValueOnce(new Error('down'));
    expect(await census.of({ ...policy, checkpoints: first })).toEqual(first);
    await census.of(policy);
    expect(membersOf).toHaveBeenCalledTimes(3);
  });

  it('has nothing to count where nothing decides', async () => {
    const { census } = setUp({ allOf: [term('group:default/sre', 1)] });
    expect(await census.of({ ...policy, textDigest: undefined })).toEqual([]);
  });
});
