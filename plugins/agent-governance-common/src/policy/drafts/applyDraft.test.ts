import fc from 'fast-check';
import { stringify } from 'yaml';
import { PolicyDraft, PolicyDraftChange } from '../../model';
import { policyEntity, load, policyDocument } from '../__testUtils__/documents';
import { HELD, makePool } from '../__testUtils__/policyPool';
import { compilePolicies, PolicyIndex } from '../policies';
import { AppliedDraft, applyDraft } from './applyDraft';
import { DRAFT_LIMITS } from './readDraft';

const ref = (name: string) => `agentpolicy:default/${name}`;
const text = (spec: object = {}, name = 'policy'): PolicyDraftChange => ({
  kind: 'text',
  text: stringify(policyEntity(spec, { name })),
});

function apply(
  base: PolicyIndex,
  changes: PolicyDraftChange[],
  judge: (policy: { owner: string }) => string | undefined = () => undefined,
): AppliedDraft {
  return applyDraft({ base, draft: { changes }, judge });
}

function applied(...args: Parameters<typeof apply>) {
  const result = apply(...args);
  if ('problems' in result) {
    throw new Error(JSON.stringify(result.problems));
  }
  return result;
}

const base = compilePolicies(
  [
    load(policyDocument({}, 'one')),
    load(policyDocument({}, 'two'), 'vanished'),
  ],
  [HELD[0]],
);

describe('applyDraft', () => {
  it('adds, replaces, switches off and changes modes', () => {
    const { index, policies } = applied(base, [
      text({ rules: [{ name: 'no', effect: 'deny' }] }, 'one'),
      text({}, 'new'),
      { kind: 'off', policyRef: ref('two') },
      { kind: 'mode', policyRef: ref('new'), mode: 'shadow' },
    ]);
    expect(index.manifest.policies.map(policy => policy.ref)).toEqual([
      ref('new'),
      ref('one'),
    ]);
    expect(policies).toMatchObject([
      { ref: ref('new'), change: 'added', after: { mode: 'shadow' } },
      { ref: ref('one'), change: 'replaced', before: {}, after: {} },
      { ref: ref('two'), change: 'off', before: {} },
    ]);
    expect(policies[2].after).toBeUndefined();
  });

  it('makes the set that the portal would make of the same texts', () => {
    const { index } = applied(compilePolicies([]), [text({}, 'one')]);
    expect(index.digest).toBe(
      compilePolicies([load(policyDocument({}, 'one'))]).digest,
    );
  });

  it('puts a text that can be read in the place of what could not', () => {
    const { index, policies } = applied(base, [text({}, 'broken-0')]);
    expect(index.manifest.held).toEqual([]);
    expect(policies).toMatchObject([
      { change: 'replaced', before: { mode: 'enforce' } },
    ]);
    expect(
      applied(base, [{ kind: 'off', policyRef: HELD[0].ref }]).index.manifest
        .held,
    ).toEqual([]);
  });

  it('counts what has no authority for nothing, and what it replaces neither', () => {
    const { index, policies } = applied(
      base,
      [text({ owner: 'group:default/other' }, 'one')],
      ({ owner }) => (owner.endsWith('other') ? 'it may not' : undefined),
    );
    expect(index.manifest.policies.map(policy => policy.ref)).toEqual([
      ref('two'),
    ]);
    expect(policies).toMatchObject([
      { ref: ref('one'), change: 'off', inert: 'it may not' },
    ]);
  });

  it.each<[string, PolicyDraft, object]>([
    ['no changes', { changes: [] }, { field: 'changes' }],
    [
      'too many changes',
      { changes: Array(101).fill({ kind: 'off', policyRef: 'x' }) },
      { field: 'changes', reason: expect.stringContaining('100') },
    ],
    [
      'too much text',
      {
        changes: Array(2).fill({
          kind: 'text',
          text: ' '.repeat(DRAFT_LIMITS.textLength / 2 + 1),
        }),
      },
      { field: 'changes' },
    ],
    [
      'what is not there',
      { changes: [text(), { kind: 'off', policyRef: ref('three') }] },
      {
        field: 'changes[1].policyRef',
        reason: expect.stringContaining('three'),
      },
    ],
    [
      'a mode of what cannot be read',
      { changes: [{ kind: 'mode', policyRef: HELD[0].ref, mode: 'shadow' }] },
      { field: 'changes[0].policyRef' },
    ],
    [
      'a mode of what is switched off',
      {
        changes: [
          { kind: 'off', policyRef: ref('one') },
          { kind: 'mode', policyRef: ref('one'), mode: 'shadow' },
        ],
      },
      { field: 'changes[1].policyRef' },
    ],
    [
      'two texts of one policy',
      { changes: [text({}, 'one'), text({ mode: 'shadow' }, 'one')] },
      {
        file: 'change 2',
        line: 1,
        reason: expect.stringContaining('change 1'),
      },
    ],
    [
      'what does not compile',
      {
        changes: [
          text({
            rules: [{ name: 'r', effect: 'deny', when: 'target.ownr == ""' }],
          }),
        ],
      },
      { field: 'rules[0].when', line: 11, column: 20 },
    ],
  ])('refuses %s', (_, draft, problem) => {
    expect(applyDraft({ base, draft, judge: () => undefined })).toMatchObject({
      problems: [problem],
    });
  });

  describe('for any policies', () => {
    const pool = makePool(60, 7);
    const standing = fc
      .uniqueArray(fc.nat(pool.length - 1), { minLength: 1, maxLength: 12 })
      .map(picked => picked.map(nth => pool[nth].base));
    const asText = (document: object): PolicyDraftChange => {
      const {
        ref: name,
        title,
        schemaVersion,
        ...spec
      } = document as {
        ref: string;
        title: string;
        schemaVersion: 1;
      };
      return {
        kind: 'text',
        text: stringify(
          policyEntity(spec, { name: name.split('/')[1], title }),
        ),
      };
    };

    it('the text that decides anyway changes nothing', () => {
      fc.assert(
        fc.property(standing, loaded => {
          const now = compilePolicies(
            loaded.map(one => ({ ...one, standing: 'current' as const })),
          );
          const { index, policies } = applied(
            now,
            loaded.map(({ policy }) => asText(policy.document)),
          );
          expect(index.digest).toBe(now.digest);
          expect(new Set(policies.map(({ change }) => change))).toEqual(
            new Set(['unchanged']),
          );
        }),
      );
    });

    it('off and on cancel, and so do two modes', () => {
      fc.assert(
        fc.property(standing, ([first, ...rest]) => {
          const now = compilePolicies([
            { ...first, standing: 'current' },
            ...rest,
          ]);
          const { document } = first.policy;
          const other = document.mode === 'shadow' ? 'enforce' : 'shadow';
          const policyRef = document.ref;
          expect(
            applied(now, [{ kind: 'off', policyRef }, asText(document)]).index
              .digest,
          ).toBe(now.digest);
          expect(
            applied(now, [
              { kind: 'mode', policyRef, mode: other },
              { kind: 'mode', policyRef, mode: document.mode },
            ]).index.digest,
          ).toBe(now.digest);
        }),
      );
    });
  });
});
