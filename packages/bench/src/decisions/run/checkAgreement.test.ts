import { Decider, governance, handWritten, NotMeasured } from '../engines';
import { breakRule, createScenario, Verdict } from '../scenario';
import { checkAgreement, Disagreement, verdictsOf } from './checkAgreement';
import { checkThatItIsNoticed, prepare } from './prepare';

const LONG = 60_000;
const scenario = createScenario(10);

async function expectedVerdicts(): Promise<Verdict[]> {
  return verdictsOf(await handWritten.load(scenario), scenario);
}

describe('agreement', () => {
  it('is reached by our engine, over all three verdicts', async () => {
    const expected = await expectedVerdicts();
    expect(new Set(expected)).toEqual(new Set(['allow', 'hold', 'deny']));
    const ours = await governance.load(scenario);
    await expect(
      checkAgreement(ours, scenario, expected, LONG),
    ).resolves.toBeUndefined();
  });

  it.each(['freeze', 'incident'])(
    'is not reached with the rule %s turned round, and the request is named',
    async rule => {
      const broken = breakRule(scenario, rule);
      const ours = await governance.load(broken);
      const checked = checkAgreement(
        ours,
        broken,
        await expectedVerdicts(),
        LONG,
      );
      await expect(checked).rejects.toThrow(Disagreement);
      await expect(checked).rejects.toThrow(/^request-\d+ over 10 policies: /);
    },
  );

  it('means nothing of an engine that agrees with wrong rules as well', async () => {
    const deaf = { ...governance, load: () => handWritten.load(scenario) };
    await expect(
      checkThatItIsNoticed(deaf, scenario, await expectedVerdicts()),
    ).rejects.toThrow('although one of its rules is turned round');
  });

  it('is not waited for where it would take too long', async () => {
    const expected = await expectedVerdicts();
    const slow: Decider = {
      decide: async index => {
        await new Promise(resolve => setTimeout(resolve, 5));
        return expected[index];
      },
    };
    await expect(checkAgreement(slow, scenario, expected, 1)).rejects.toThrow(
      NotMeasured,
    );
  });
});

describe('preparing', () => {
  it('ends the run, naming the engine, where one disagrees, and lets go of all', async () => {
    const closed: string[] = [];
    const wrong = {
      ...governance,
      title: 'Wrong',
      load: async () => ({
        decide: (): Verdict => 'allow',
        close: async () => {
          closed.push('wrong');
        },
      }),
    };
    await expect(prepare([wrong], [10], () => {})).rejects.toThrow(
      /^Wrong: request-\d+ over 10 policies: allow, and/,
    );
    expect(closed).not.toHaveLength(0);
  });

  it('says why an engine is not measured, and goes on with the others', async () => {
    const absent = {
      ...governance,
      load: async () => {
        throw new NotMeasured('it is not here');
      },
    };
    const contestants = await prepare([absent, governance], [10], () => {});
    expect(contestants.map(({ notMeasured }) => notMeasured)).toEqual([
      'it is not here',
      undefined,
    ]);
    expect(contestants[1].decider).toBeDefined();
  });
});
