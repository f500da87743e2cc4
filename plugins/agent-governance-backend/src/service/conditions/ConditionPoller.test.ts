import { mockServices } from '@backstage/backend-test-utils';
import { ConditionReport } from '@agentgov/backstage-plugin-agent-governance-common';
import { ConditionSource } from '@agentgov/backstage-plugin-agent-governance-node';
import { ConditionPoller } from './ConditionPoller';
import { ConditionRecorder } from './ConditionRecorder';
import { listSources } from './listSources';

const NOW = new Date('2026-11-20T12:00:00.000Z');
const open: ConditionReport = {
  key: 'INC-1',
  entityRef: 'component:default/a',
  status: 'open',
  observedAt: '2026-11-20T11:59:59.000Z',
};

function source(changes: Partial<ConditionSource> = {}): ConditionSource {
  return {
    id: 'status-page',
    title: 'Status page',
    kind: 'incident',
    every: { seconds: 20 },
    lists: 'everything',
    poll: async () => [open],
    ...changes,
  };
}

function setUp(polled: ConditionSource) {
  const record = jest.fn(async (..._given: unknown[]) => []);
  const times = [NOW, new Date(NOW.getTime() + 700)];
  const poller = ConditionPoller.create({
    sources: [polled],
    recorder: { record } as unknown as ConditionRecorder,
    logger: mockServices.logger.mock({
      child: () => mockServices.logger.mock(),
    }),
    now: () => times.shift()!,
  });
  const poll = () => poller.poll(polled.id, new AbortController().signal);
  return { poller, poll, record };
}

describe('ConditionPoller', () => {
  it('records what a source says as of when it was asked', async () => {
    const { poll, record } = setUp(source());
    await poll();
    expect(record).toHaveBeenCalledWith(
      expect.objectContaining({
        id: 'status-page',
        type: 'polled',
        kind: 'incident',
        ttlMs: 60_000,
        quietAfterMs: 60_000,
      }),
      {
        reports: [expect.objectContaining({ key: 'INC-1', status: 'open' })],
        spokeAt: NOW,
        complete: true,
        now: new Date(NOW.getTime() + 700),
      },
    );
  });

  it('takes a list of changes for no more than that', async () => {
    const { poll, record } = setUp(source({ lists: 'changes' }));
    await poll();
    expect(record.mock.calls[0][1]).toMatchObject({ complete: false });
  });

  it.each<[string, ConditionSource['poll'], string]>([
    [
      'a source that fails',
      async () => {
        throw new Error('no route to host');
      },
      'no route to host',
    ],
    [
      'a source that takes too long',
      () => new Promise(() => {}),
      'did not answer within 20 ms',
    ],
    ['an answer that is none', async () => 'all is well' as never, 'reports: '],
    [
      'a status its kind does not have',
      async () => [{ ...open, status: 'healthy' }],
      'reports[0].status',
    ],
  ])('records nothing from %s', async (_, poll, message) => {
    const { poll: once, record } = setUp(
      source({ poll, timeout: { milliseconds: 20 } }),
    );
    await expect(once()).rejects.toThrow(message);
    expect(record).not.toHaveBeenCalled();
  });

  it('says how often to ask, and how long that may take', () => {
    expect(setUp(source()).poller.tasks()).toEqual([
      { sourceId: 'status-page', everyMs: 20_000, timeoutMs: 30_000 },
    ]);
  });
});

describe('listSources', () => {
  it.each([
    ['an id nobody could write', [source({ id: 'Status Page' })]],
    ['two of one id', [source(), source()]],
  ])('refuses %s at start', (_, polled) => {
    expect(() => listSources([], polled)).toThrow('cannot be registered');
  });

  it('refuses the id of a configured source', () => {
    const configured = { id: 'status-page' } as never;
    expect(() => listSources([configured], [source()])).toThrow(
      'another source has the same id',
    );
  });

  it('keeps no secrets', () => {
    const configured = {
      id: 'a',
      title: 'A',
      type: 'generic',
      kind: 'health',
      ttlMs: 1,
      secrets: ['hush'],
    } as never;
    expect(JSON.stringify(listSources([configured], []))).not.toContain('hush');
  });
});
