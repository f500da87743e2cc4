import { JsonObject } from '../model';
import { DelegationScript, RequestScript } from './__testUtils__/stories';
import { Draft, writeLedger } from './__testUtils__/writeLedger';
import { verifyLedger } from './verifyLedger';

const ANN = 'user:default/ann';

async function problemsOf(...scripts: Array<{ drafts: Draft[] }>) {
  const read = async (ordered: Array<{ drafts: Draft[] }>) => {
    const { findings } = await verifyLedger(
      writeLedger(ordered.flatMap(script => script.drafts)),
    );
    return findings.map(({ problem }) => problem).sort();
  };
  const problems = await read(scripts);
  // the streams may come in any order
  expect(await read([...scripts].reverse())).toEqual(problems);
  return problems;
}

const under = (delegationId: string, epoch: number, onBehalfOf = ANN) =>
  new RequestScript('r-1')
    .decided(
      'allow',
      { delegationId, notCounted: 1 },
      { people: { onBehalfOf } },
    )
    .claimed({ epoch });
const granted = (change?: JsonObject) =>
  new DelegationScript().granted(5, change);

describe('invariant 10: verifyLedger, of delegations', () => {
  it.each([
    ['before it was granted', 4, ['effect-without-delegation']],
    ['as soon as it was granted', 5, []],
    ['just before it was revoked', 9, []],
    ['as soon as it was revoked', 10, ['effect-without-delegation']],
  ])('invariant 5: what runs %s', async (_, epoch, problems) => {
    expect(
      await problemsOf(granted().revoked(10), under('x-1', epoch)),
    ).toEqual(problems);
  });

  it.each<[string, JsonObject]>([
    ['had ended', { until: '2020-01-01T00:00:00.000Z' }],
    ['is another agent’s', { agentRef: 'agent:default/other-bot' }],
    ['is for other actions', { actions: ['tickets:*', 'deployments:'] }],
    ['is for other targets', { targets: ['component:default/other'] }],
    ['is for other environments', { environments: ['staging'] }],
  ])('invariant 1: finds what ran under one that %s', async (_, change) => {
    expect(await problemsOf(granted(change), under('x-1', 6))).toEqual([
      'effect-without-delegation',
    ]);
  });

  it('takes one that names exactly this for what it is', async () => {
    const exact = {
      actions: ['deployments:deploy'],
      targets: ['component:default/payments'],
      environments: ['production'],
    };
    expect(await problemsOf(granted(exact), under('x-1', 6))).toEqual([]);
  });

  it('invariant 12: finds what ran under one that somebody else granted, or nobody', async () => {
    expect(
      await problemsOf(granted(), under('x-1', 6, 'user:default/bo')),
    ).toEqual(['effect-without-delegation']);
    expect(await problemsOf(granted(), under('x-2', 6))).toEqual([
      'effect-without-delegation',
    ]);
  });

  it.each<[string, DelegationScript, string[]]>([
    [
      'revoked before it was granted',
      new DelegationScript().revoked(4),
      ['illegal-transition'],
    ],
    ['revoked twice', granted().revoked(7).revoked(8), ['illegal-transition']],
    ['granted twice', granted().granted(6), ['illegal-transition']],
    ['without an end', granted({ until: 'never' }), ['bad-envelope']],
    ['for nothing', granted({ actions: [] }), ['bad-envelope']],
  ])('finds one %s', async (_, script, problems) => {
    expect(await problemsOf(script)).toEqual(problems);
  });

  it('finds a decision under another delegation than the one it was asked under', async () => {
    const script = new RequestScript('r-1')
      .decided('hold', { delegationId: 'x-1' })
      .redecided('deny', { to: 'denied', delegationId: 'x-2' });
    expect(await problemsOf(granted(), script)).toEqual([
      'effect-without-decision',
    ]);
  });

  it('finds one in another stream than its own', async () => {
    const [draft] = granted().drafts;
    expect(
      await problemsOf({ drafts: [{ ...draft, stream: 'delegation:x-2' }] }),
    ).toEqual(['bad-envelope']);
  });

  it('cannot tell whose it was once the names are erased, and finds nothing wrong', async () => {
    const entries = writeLedger([
      ...granted().drafts,
      ...under('x-1', 6, 'user:default/bo').drafts,
    ]).map(entry => ({
      ...entry,
      payloads: entry.payloads.map(payload => ({ ...payload, bytes: null })),
    }));
    const { findings } = await verifyLedger(entries);
    expect(findings).toEqual([]);
  });
});
