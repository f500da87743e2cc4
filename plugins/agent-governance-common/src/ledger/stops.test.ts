import { JsonObject } from '../model';
import { RequestScript, StopScript } from './__testUtils__/stories';
import { Draft, writeLedger } from './__testUtils__/writeLedger';
import { verifyLedger } from './verifyLedger';

const ANA = 'user:default/ana';
const BO = 'user:default/bo';

async function problemsOf(...scripts: Array<{ drafts: Draft[] }>) {
  const drafts = scripts.flatMap(script => script.drafts);
  const { findings } = await verifyLedger(writeLedger(drafts));
  // the streams may come in any order
  const turned = await verifyLedger(
    writeLedger(scripts.reverse().flatMap(script => script.drafts)),
  );
  const problems = findings.map(({ problem }) => problem);
  expect(turned.findings.map(({ problem }) => problem)).toEqual(
    expect.arrayContaining(problems),
  );
  return problems;
}

const ranAt = (epoch: number) =>
  new RequestScript('r-1').decided('allow').claimed({ epoch });
const pulledAndReleased = (scope?: JsonObject) =>
  new StopScript(scope)
    .pulled(10)
    .approved('p-1', ANA)
    .approved('p-2', BO)
    .released(20);

describe('invariant 10: verifyLedger, of stops', () => {
  it.each([
    ['before it was pulled', 9, []],
    ['as soon as it was pulled', 10, ['effect-under-stop']],
    ['just before it was released', 19, ['effect-under-stop']],
    ['as soon as it was released', 20, []],
  ])('invariant 5: what runs %s', async (_, epoch, problems) => {
    expect(await problemsOf(pulledAndReleased(), ranAt(epoch))).toEqual(
      problems,
    );
  });

  it.each<[JsonObject, boolean]>([
    [{ kind: 'everything' }, true],
    [{ kind: 'action', ref: 'deployments:deploy' }, true],
    [{ kind: 'action', ref: 'deployments:rollback' }, false],
    [{ kind: 'target', ref: 'component:default/payments' }, true],
    [{ kind: 'target', ref: 'component:default/checkout' }, false],
    [{ kind: 'agent', ref: 'agent:default/deploy-bot' }, true],
    [{ kind: 'agent', ref: 'agent:default/other-bot' }, false],
    [
      {
        kind: 'agent',
        ref: 'agent:default/deploy-bot',
        on: 'component:default/payments',
      },
      true,
    ],
    [
      {
        kind: 'agent',
        ref: 'agent:default/deploy-bot',
        on: 'component:default/checkout',
      },
      false,
    ],
  ])('invariant 5: %j covers it: %s', async (scope, covers) => {
    const stop = new StopScript(scope).pulled(10);
    expect(await problemsOf(stop, ranAt(12))).toEqual(
      covers ? ['effect-under-stop'] : [],
    );
  });

  it('takes what a stop ended for what it is, and finds what a stop of something else ended', async () => {
    const ended = (from: 'hold' | 'allow') =>
      new RequestScript('r-1')
        .decided(from)
        .moved(from === 'hold' ? 'held' : 'authorised', 'stopped', {
          cause: 'stop-pulled',
          stopId: 's-1',
        });
    expect(await problemsOf(pulledAndReleased(), ended('hold'))).toEqual([]);
    expect(await problemsOf(pulledAndReleased(), ended('allow'))).toEqual([]);
    const other = { kind: 'action', ref: 'deployments:rollback' };
    expect(await problemsOf(pulledAndReleased(other), ended('hold'))).toEqual([
      'illegal-transition',
    ]);
    // what is part of a system only the catalog knows
    const around = { kind: 'target', ref: 'system:default/money' };
    expect(await problemsOf(pulledAndReleased(around), ended('hold'))).toEqual(
      [],
    );
    const running = new RequestScript('r-1')
      .decided('allow')
      .claimed({ epoch: 1 })
      .moved('executing', 'stopped', { stopId: 's-1' });
    expect(await problemsOf(pulledAndReleased(), running)).toEqual([
      'illegal-transition',
    ]);
  });

  it.each<[string, StopScript, string[]]>([
    ['by two people', pulledAndReleased(), []],
    [
      'by one person who agreed twice',
      new StopScript()
        .pulled(10)
        .approved('p-1', ANA)
        .approved('p-2', ANA)
        .released(20),
      ['quorum-not-met'],
    ],
    [
      'with an agent among them',
      new StopScript()
        .pulled(10)
        .approved('p-1', ANA)
        .approved('p-2', 'agent:default/deploy-bot')
        .released(20),
      ['quorum-not-met'],
    ],
    [
      'on an approval that is nowhere',
      new StopScript().pulled(10).approved('p-1', ANA).released(20),
      ['review-not-bound', 'quorum-not-met'],
    ],
    [
      'on what was agreed to before it was pulled again',
      new StopScript()
        .pulled(10)
        .approved('p-1', ANA)
        .pulled(11, { revision: 2 })
        .approved('p-2', BO, { revision: 2 })
        .released(20, { revision: 2 }),
      ['review-not-bound', 'quorum-not-met'],
    ],
    [
      'for a quorum lowered by pulling it again',
      new StopScript()
        .pulled(10)
        .pulled(11, { revision: 2, quorum: 1 })
        .approved('p-1', ANA, { revision: 2 })
        .released(20, { revision: 2, approvalsCounted: ['p-1'] }),
      ['quorum-not-met'],
    ],
    [
      'twice',
      new StopScript(undefined)
        .pulled(10)
        .approved('p-1', ANA)
        .approved('p-2', BO)
        .released(20)
        .released(21),
      ['illegal-transition'],
    ],
    [
      'before it was pulled',
      new StopScript()
        .pulled(10)
        .approved('p-1', ANA)
        .approved('p-2', BO)
        .released(9),
      ['illegal-transition'],
    ],
    [
      'and pulled again over something else',
      new StopScript()
        .pulled(10)
        .pulled(11, { revision: 2, scope: { kind: 'everything' } }),
      ['illegal-transition'],
    ],
    [
      'with a body that is none',
      new StopScript().pulled(10, { scope: { kind: 'somebody' } }),
      ['bad-envelope'],
    ],
  ])('invariant 6: released %s', async (_, stop, problems) => {
    expect(await problemsOf(stop)).toEqual(problems);
  });

  it('finds a stop in another stream than its own', async () => {
    const [draft] = new StopScript().pulled(10).drafts;
    expect(
      await problemsOf({ drafts: [{ ...draft, stream: 'stop:s-2' }] }),
    ).toEqual(['bad-envelope']);
  });

  it('counts people whose names are erased apart, and says so', async () => {
    const entries = writeLedger(pulledAndReleased().drafts).map(entry => ({
      ...entry,
      payloads: entry.payloads.map(payload => ({
        ...payload,
        bytes: null,
      })),
    }));
    const { findings, limits } = await verifyLedger(entries);
    expect(findings).toEqual([]);
    expect(limits.join(' ')).toMatch(/cannot be told apart/);
  });
});
