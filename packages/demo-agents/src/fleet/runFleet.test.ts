import { Fleet, AGENT_NAMES } from './Fleet';
import { runFleet } from './runFleet';

interface Asked {
  action: string;
  environment: string;
}

describe('runFleet', () => {
  const asked: Asked[] = [];
  const lines: string[] = [];
  let past: object[];
  let away: number;

  const portal = {
    list: jest.fn(async () => {
      if (away-- > 0) {
        throw new Error('nobody there');
      }
      return { items: past };
    }),
    context: async () => ({
      id: 'snapshot-1',
      facts: [
        { factType: 'data-class', value: 'internal' },
        { factType: 'partner-template', value: {} },
      ],
    }),
    request: async (input: Asked) => {
      asked.push(input);
      return {
        actionId: input.action,
        state: 'authorised',
        because: 'routine',
      };
    },
    get: async (id: string) => ({ id, state: 'succeeded', because: 'routine' }),
    wait: async (request: object) => ({ ...request, state: 'succeeded' }),
  };
  const fleet = {
    ...Object.fromEntries(AGENT_NAMES.map(name => [name, portal])),
    gateway: {
      call: async (tool: string, { environment }: Asked) => {
        asked.push({ action: tool.replace('.', ':'), environment });
        return 'r-mcp';
      },
    },
  } as unknown as Fleet;

  function run(limit: number, signal = new AbortController().signal) {
    return runFleet({
      fleet,
      burst: 1000,
      pauseMs: 1,
      limit,
      signal,
      log: line => lines.push(line),
    });
  }

  beforeEach(() => {
    asked.length = 0;
    lines.length = 0;
    past = [];
    away = 0;
  });

  it('does its rounds, asks the one thing that needs a person, and goes quiet', async () => {
    await run(12);

    expect(asked[0]).toMatchObject({
      action: 'tickets:escalate-to-partner',
      environment: 'production',
    });
    // Eleven rounds and no promotion: nothing ran on staging yet.
    expect(asked).toHaveLength(11);
    expect(new Set(asked.map(({ action }) => action))).toEqual(
      new Set([
        'tickets:escalate-to-partner',
        'deployments:deploy',
        'warehouse:query',
        'runbooks:run',
      ]),
    );
    expect(lines.at(-1)).toBe('made 12 requests and is quiet from now on');
  });

  it('does not ask for the same escalation after a restart', async () => {
    past = [{ id: 'r-1', input: { version: '1.0.1' } }];
    await run(1);
    expect(asked).toEqual([
      expect.objectContaining({ action: 'deployments:deploy' }),
    ]);
  });

  it('waits for a portal that is away, and says so once', async () => {
    away = 1;
    await run(1);
    expect(lines.filter(line => line.includes('nobody there'))).toHaveLength(1);
    expect(asked).toHaveLength(2);
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    const running = run(1_000_000, stop.signal);
    setTimeout(() => stop.abort(), 30);
    await expect(running).rejects.toThrow('abort');
  });
});
