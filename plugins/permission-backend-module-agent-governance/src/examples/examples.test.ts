import { sampleFacts } from '@agentgov/backstage-plugin-agent-governance-common/testUtils';
import { decideWithPolicy } from '@agentgov/backstage-plugin-agent-governance-node/testUtils';
import { readFileSync } from 'fs';
import { resolve } from 'path';
import { EmptyPolicy } from './emptyPolicy';
import { ReadOnlyPolicy } from './readOnlyPolicy';
import { TeamPolicy } from './teamPolicy';

const restart = sampleFacts();
const query = sampleFacts({
  'action.effectClass': 'read',
  'action.mutates': false,
});
const irreversible = sampleFacts({ 'action.reversible': false });
const foreign = sampleFacts({ 'topology.ownedByAgentOwner': false });

describe('the examples of the guide', () => {
  it('an empty policy grants agents nothing', async () => {
    expect(await decideWithPolicy(new EmptyPolicy(), query)).toMatchObject({
      verdict: 'deny',
      reason: 'not-granted',
    });
  });

  it('the read-only policy lets agents read', async () => {
    const policy = new ReadOnlyPolicy();
    expect(await decideWithPolicy(policy, query)).toMatchObject({
      verdict: 'allow',
    });
    expect(await decideWithPolicy(policy, restart)).toMatchObject({
      verdict: 'deny',
      reason: 'denied',
    });
  });

  it('the team policy asks a person where nothing undoes the action', async () => {
    const policy = new TeamPolicy();
    expect(await decideWithPolicy(policy, restart)).toMatchObject({
      verdict: 'allow',
    });
    expect(await decideWithPolicy(policy, irreversible)).toMatchObject({
      verdict: 'hold',
      because: 'Held for approval: no registered action undoes this one.',
    });
    expect(await decideWithPolicy(policy, foreign)).toMatchObject({
      verdict: 'deny',
    });
  });

  it('stand in the guide as they stand here', () => {
    const guide = readFileSync(
      resolve(__dirname, '../../../../docs/guides/write-a-policy.md'),
      'utf8',
    );
    const snippets = Array.from(
      guide.matchAll(/<!-- snippet: (\S+) -->\n```ts\n([\s\S]*?)```/g),
      ([, file, text]) => ({ file, text }),
    );
    expect(snippets.map(({ file }) => file)).toEqual([
      'emptyPolicy.ts',
      'readOnlyPolicy.ts',
      'teamPolicy.ts',
      'installPolicy.ts',
    ]);
    for (const { file, text } of snippets) {
      expect(text).toBe(readFileSync(resolve(__dirname, file), 'utf8'));
    }
  });
});
