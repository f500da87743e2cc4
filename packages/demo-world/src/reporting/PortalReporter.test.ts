import { Statement } from '../records/Records';
import { PortalReporter, SendStatement } from './PortalReporter';

const statement: Statement = {
  entity: 'resource:default/customer-events',
  factType: 'data-class',
  value: 'internal',
  observedAt: '2026-01-01T00:00:00.000Z',
};

describe('PortalReporter', () => {
  let reporter: PortalReporter;
  const log = jest.fn();

  function start(send: SendStatement, statements: () => Statement[]) {
    reporter = PortalReporter.start({
      list: async () => statements(),
      send,
      intervalMs: 3_600_000,
      log,
    });
  }

  afterEach(() => {
    reporter.stop();
    log.mockClear();
  });

  async function until(done: () => boolean) {
    while (!done()) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  }

  it('states everything at first, and what it is nudged about at once', async () => {
    const sent: unknown[] = [];
    let value = 'internal';
    let runs = '1.0.0';
    start(
      async ({ value: said }) => {
        sent.push(said);
        return 'taken';
      },
      () => [
        { ...statement, value },
        { ...statement, factType: 'deployment', value: runs },
      ],
    );
    await until(() => sent.length === 2);

    value = 'restricted';
    runs = '1.0.1';
    reporter.nudge(statement);
    await until(() => sent.length === 3);

    expect(sent).toEqual(['internal', '1.0.0', 'restricted']);
  });

  it('keeps trying while the portal is away, and says so once', async () => {
    let calls = 0;
    start(
      async () => {
        calls += 1;
        if (calls < 3) {
          throw new Error('nobody there');
        }
        return 'taken';
      },
      () => [statement],
    );

    await until(() => calls === 3);

    expect(log).toHaveBeenCalledTimes(1);
  });

  it('says again what the portal does not take yet, and only that', async () => {
    const sent: string[] = [];
    start(
      async ({ factType }) => {
        sent.push(factType);
        const first = sent.filter(one => one === factType).length === 1;
        return factType === 'data-class' && first ? 'not-yet' : 'taken';
      },
      () => [statement, { ...statement, factType: 'deployment' }],
    );

    await until(() => sent.length === 3);

    expect(sent).toEqual(['data-class', 'deployment', 'data-class']);
    expect(log).toHaveBeenCalledTimes(1);
  });

  it('does not repeat what the portal refused', async () => {
    const send = jest.fn<Promise<'refused'>, []>(async () => 'refused');
    start(send, () => [statement]);
    await until(() => log.mock.calls.length === 1);

    reporter.nudge(statement);
    await new Promise(resolve => setTimeout(resolve, 30));

    expect(send).toHaveBeenCalledTimes(1);
  });
});
