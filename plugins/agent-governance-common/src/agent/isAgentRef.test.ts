import { isAgentRef } from './isAgentRef';

describe('isAgentRef', () => {
  it.each(['agent:default/bot', 'Agent:bot', 'AGENT:Ops/Bot'])(
    'invariant 12: knows %s for an agent',
    ref => expect(isAgentRef(ref)).toBe(true),
  );

  it.each([
    'user:default/agent',
    'bot',
    '\u0430gent:default/bot',
    'agent\u200b:default/bot',
    'agents:default/bot',
    'agent:',
    ':',
    '',
  ])('invariant 12: does not take %j for an agent', ref =>
    expect(isAgentRef(ref)).toBe(false),
  );
});
