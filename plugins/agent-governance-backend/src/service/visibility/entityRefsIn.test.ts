import { MASKED_ENTITY_REF } from '@agentgov/backstage-plugin-agent-governance-common';
import { entityRefsIn, maskEntityRefs } from './entityRefsIn';

describe('entityRefsIn', () => {
  it.each([
    ['group:default/sre', ['group:default/sre']],
    ['Group:Default/SRE', ['group:default/sre']],
    ['Owned by group:default/sre.', ['group:default/sre']],
    ['(owner: group:default/sre)', ['group:default/sre']],
    ['context:component:default/a-b_c.d', ['component:default/a-b_c.d']],
    ['a:b/c and d:e/f', ['a:b/c', 'd:e/f']],
    ['deployments:deploy', []],
    ['payments', []],
    ['https://example.com/a/b', []],
    ['http://host:7007/api', []],
    ['url:https://example.com/a', []],
    ['ana@host:default/x', []],
    ['', []],
  ])('finds in %p what is a full ref', (text, refs) => {
    expect(entityRefsIn({ note: text })).toEqual(refs);
  });

  it('looks everywhere but where text is shown as it was written', () => {
    const text = 'component:default/a';
    expect(
      entityRefsIn({ a: [{ b: { c: text } }], n: 1, u: undefined }),
    ).toEqual([text]);
    for (const key of ['input', 'purpose', 'comment', 'annotations']) {
      expect(entityRefsIn({ [key]: { deep: text } })).toEqual([]);
    }
  });

  it('masks the person a run is said to be started by, and nothing of what will run', () => {
    const facts = {
      run: {
        id: { value: 'user:default/bo' },
        startedBy: { value: 'user:default/bo' },
      },
      input: { run: { startedBy: 'user:default/bo' } },
    };
    expect(entityRefsIn(facts)).toEqual(['user:default/bo']);
    expect(maskEntityRefs(facts, () => false)).toEqual({
      ...facts,
      run: { ...facts.run, startedBy: { value: MASKED_ENTITY_REF } },
    });
  });

  it('masks what is not readable, and what was masked stays', () => {
    const document = {
      who: ['user:default/ana', 'user:default/bo', MASKED_ENTITY_REF],
      note: 'user:default/bo said so',
      input: 'user:default/bo',
    };
    const masked = maskEntityRefs(document, ref => ref === 'user:default/ana');
    expect(masked).toEqual({
      who: ['user:default/ana', MASKED_ENTITY_REF, MASKED_ENTITY_REF],
      note: `${MASKED_ENTITY_REF} said so`,
      input: 'user:default/bo',
    });
    expect(maskEntityRefs(masked, () => false).note).toBe(masked.note);
  });

  it('does not take long over hostile text', () => {
    const started = performance.now();
    entityRefsIn({
      a: `${'a:'.repeat(50_000)}`,
      b: `a:${'b.'.repeat(50_000)}`,
      c: `a:${'b-'.repeat(50_000)}/`,
      d: ' a:b'.repeat(25_000),
    });
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
