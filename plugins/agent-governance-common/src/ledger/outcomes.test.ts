import { RequestScript, allowedStory } from './__testUtils__/stories';
import { writeLedger } from './__testUtils__/writeLedger';
import { verifyLedger } from './verifyLedger';

async function problemsOf(...scripts: RequestScript[]): Promise<string[]> {
  const { findings } = await verifyLedger(
    writeLedger(scripts.flatMap(({ drafts }) => drafts)),
  );
  return findings.map(({ problem }) => problem);
}

const ran = (id = 'r') => new RequestScript(id).decided('allow').claimed();
const unknown = (id = 'r') => ran(id).settled('unknown');

describe('invariant 10: verifyLedger, of outcomes nobody could tell', () => {
  it.each(['succeeded', 'failed'] as const)(
    'finds nothing wrong where an agent reports and a person says that it %s',
    async outcome => {
      const script = unknown()
        .reported()
        .reported({ number: 2, outcome: 'failed' })
        .reconciled(outcome);
      expect(await problemsOf(script)).toEqual([]);
    },
  );

  it.each<[string, RequestScript]>([
    ['of a request that runs', ran().reported()],
    ['of what succeeded', ran().settled('succeeded').reported()],
    ['of what was reconciled', unknown().reconciled('failed').reported()],
    ['out of order', unknown().reported({ number: 2 })],
    ['twice as the same', unknown().reported().reported()],
  ])('finds a report %s', async (_, script) => {
    expect(await problemsOf(script)).toEqual(['illegal-transition']);
  });

  it('finds a report that is taken for the end', async () => {
    const script = unknown()
      .reported()
      .claimed({ from: 'reconciled', attempt: 2, leaseEpoch: 2 });
    expect(await problemsOf(script)).toEqual(['illegal-transition']);
  });

  it.each<[string, RequestScript]>([
    ['while it runs', ran().reconciled('failed')],
    ['after it is known', ran().settled('failed').reconciled('succeeded')],
    ['a second time', unknown().reconciled('failed').reconciled('failed')],
    ['to another state', unknown().reconciled('failed', { to: 'failed' })],
    [
      'under another key',
      unknown().reconciled('failed', { idempotencyKey: 'k' }),
    ],
    ['without saying who', unknown().moved('unknown', 'reconciled')],
  ])('finds a reconciliation %s', async (_, script) => {
    expect(await problemsOf(script)).toEqual(['illegal-transition']);
  });

  it('finds an attempt that follows on a reconciliation', async () => {
    const script = unknown()
      .reconciled('failed')
      .claimed({ from: 'unknown', attempt: 2, leaseEpoch: 2 });
    expect(await problemsOf(script)).toEqual(['illegal-transition']);
  });

  it('invariant 6: finds a reconciliation by nobody, by no person, and by those whose request it is', async () => {
    const people = { runStartedBy: 'user:default/ana' };
    const own = new RequestScript('r')
      .decided('allow', { notCounted: 1 }, { people })
      .claimed()
      .settled('unknown');
    for (const script of [
      unknown().reconciled('failed', {}, {}),
      unknown().reconciled('failed', {}, { reconciliation: { via: 'x' } }),
      unknown().reconciled(
        'failed',
        {},
        { reconciliation: { reconciledBy: 'agent:default/bot', via: 'x' } },
      ),
      own.reconciled('failed'),
    ]) {
      expect(await problemsOf(script)).toEqual(['reconciled-without-standing']);
    }
  });

  it('finds a reconciliation that does not say through what', async () => {
    const script = unknown().reconciled('failed', { standing: 'curiosity' });
    expect(await problemsOf(script)).toEqual(['bad-envelope']);
  });

  it('invariant 7: counts what was found to have happened as an effect under its key', async () => {
    const key = 'key-r-2';
    const script = new RequestScript('r')
      .decided('allow')
      .claimed({ idempotencyKey: key })
      .settled('unknown', { idempotencyKey: key })
      .reconciled('succeeded', { idempotencyKey: key });
    expect(await problemsOf(allowedStory('r-2'), script)).toEqual([
      'effect-twice',
    ]);
  });

  it('takes an erased name for erased', async () => {
    const erased = writeLedger(unknown().reconciled('failed').drafts).map(
      entry => ({
        ...entry,
        payloads: entry.payloads.map(payload => ({ ...payload, bytes: null })),
      }),
    );
    expect((await verifyLedger(erased)).ok).toBe(true);
  });
});
