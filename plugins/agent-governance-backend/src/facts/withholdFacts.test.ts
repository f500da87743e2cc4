import { sampleFacts } from '@agentgov/backstage-plugin-agent-governance-common/testUtils';
import { withholdFacts } from './withholdFacts';

describe('withholdFacts', () => {
  it('invariant 14: takes what is hidden for unknown, whole, and leaves the rest alone', () => {
    const before = sampleFacts({
      'target.owners': ['group:default/a', 'group:default/secret'],
    });
    const after = withholdFacts(before, ({ value }) =>
      JSON.stringify(value ?? '').includes('secret'),
    );
    expect(after.target.owners).toMatchObject({
      state: 'unknown',
      note: expect.stringContaining('may not read'),
    });
    expect(after.target.owners).not.toHaveProperty('value');
    expect({
      ...after,
      target: { ...after.target, owners: before.target.owners },
    }).toEqual(before);
  });
});
