import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { JsonObject } from '../../../model';
import { policyEntity } from '../../__testUtils__/documents';
import { readPolicyFile } from '../file/readPolicyFile';
import { policyEntityOf } from './policyEntityOf';
import { writePolicyFile } from './writePolicyFile';

const ACME = join(__dirname, '../../../../../../examples/acme/policies.yaml');

const demo = parseAllDocuments(readFileSync(ACME, 'utf8')).map(
  document => document.toJS() as JsonObject,
);

const everything = policyEntity(
  {
    mode: 'shadow',
    appliesTo: {
      actions: ['deployments:*', 'on'],
      environments: ['yes', '1.0'],
      targets: { $any: [{ kind: 'api' }, { 'spec.type': { $in: ['a: b'] } }] },
    },
    rules: [
      {
        name: 'look',
        effect: 'require-approval',
        onUnknown: 'match',
        because: "It's “wide”: # people look.",
        when: `!action.reversible && target.owner != 'group:default/x' && ${'environment.production || '.repeat(
          9,
        )}topology.dependents > 20`,
        checkpoint: {
          anyOf: [
            { allOf: [{ from: 'target-owner', count: 1 }] },
            { allOf: [{ from: 'group:default/sre', count: 2 }] },
          ],
          decideWithin: 'PT4H',
          executeWithin: 'PT30M',
        },
      },
      { name: 'null', effect: 'deny', when: "target.tier ==\n  'a\\'b'" },
    ],
  },
  { title: '@home' },
);

describe('writePolicyFile', () => {
  it.each([
    ['everything there is', [everything]],
    ['the policies of the demo', demo],
  ])('writes what is read again as the same: %s', (_, entities) => {
    const file = readPolicyFile(writePolicyFile(entities));
    expect(file.problems).toEqual([]);
    expect(file.policies.map(({ entity }) => entity)).toEqual(entities);
    for (const { policy, digest } of file.policies) {
      const again = readPolicyFile(
        writePolicyFile([policyEntityOf(policy.document)]),
      );
      expect(again.policies.map(one => one.digest)).toEqual([digest]);
    }
  });

  it('writes fields in the order of authors', () => {
    const lines = writePolicyFile([everything]).split('\n');
    const names = lines.flatMap(line => /^ {0,2}(\w+):/.exec(line)?.[1] ?? []);
    expect(names).toEqual([
      'apiVersion',
      'kind',
      'metadata',
      'name',
      'title',
      'spec',
      'owner',
      'level',
      'mode',
      'appliesTo',
      'rules',
    ]);
  });

  it('writes no anchors, whatever an entity shares with itself', () => {
    const shared = { kind: 'api' };
    expect(
      writePolicyFile([{ a: shared, b: shared } as JsonObject]),
    ).not.toContain('&');
  });
});
