import { CallsInFlight } from './CallsInFlight';

const mine = { agentRef: 'agent:default/a', sessionId: 's-1', requestId: 3 };

describe('CallsInFlight', () => {
  it('cuts off the call it is told of', () => {
    const calls = CallsInFlight.create();
    const { signal } = calls.begin(mine);
    calls.cancel(mine);
    expect(signal.aborted).toBe(true);
  });

  it.each([
    ['another agent', { agentRef: 'agent:default/b' }],
    ['another client of the agent', { sessionId: 's-2' }],
    ['a client that does not say which it is', { sessionId: undefined }],
    ['another request', { requestId: 4 }],
    ['another request with the same digits', { requestId: '3' }],
  ])('does nothing for %s', (_, change) => {
    const calls = CallsInFlight.create();
    const { signal } = calls.begin(mine);
    calls.cancel({ ...mine, ...change });
    expect(signal.aborted).toBe(false);
  });

  it('forgets a call that ended, and not the next under its number', () => {
    const calls = CallsInFlight.create();
    const first = calls.begin(mine);
    const second = calls.begin(mine);
    first.end();
    calls.cancel(mine);
    expect(first.signal.aborted).toBe(false);
    expect(second.signal.aborted).toBe(true);
  });
});
