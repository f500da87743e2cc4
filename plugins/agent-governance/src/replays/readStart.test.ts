import { readStart } from './readStart';

const SCOPE = {
  from: '2026-11-13T09:00:00.000Z',
  to: '2026-11-20T09:00:00.000Z',
};

describe('readStart', () => {
  it('takes what a link says should be tried, and nothing besides', () => {
    const start = {
      title: 'Enforced',
      scope: {
        ...SCOPE,
        agents: ['agent:default/a'],
        environments: ['staging'],
      },
      draft: {
        changes: [
          { kind: 'text', text: 'kind: AgentPolicy', file: 'a.yaml' },
          { kind: 'off', policyRef: 'agentpolicy:default/a' },
          { kind: 'mode', policyRef: 'agentpolicy:default/b', mode: 'enforce' },
        ],
      },
    };
    expect(readStart(JSON.stringify({ ...start, run: true }))).toEqual(start);
    expect(readStart('{}')).toEqual({ scope: {}, draft: { changes: [] } });
  });

  it.each([
    'no JSON',
    '[]',
    '"text"',
    '{"title":1}',
    '{"scope":[]}',
    '{"scope":{"from":"yesterday"}}',
    '{"scope":{"agents":"all"}}',
    '{"draft":{"changes":{}}}',
    '{"draft":{"changes":[{"kind":"gone","policyRef":"a"}]}}',
    '{"draft":{"changes":[{"kind":"mode","policyRef":"a","mode":"off"}]}}',
    '{"draft":{"changes":[{"kind":"text"}]}}',
  ])('takes nothing of %s', text => {
    expect(readStart(text)).toBeUndefined();
  });
});
