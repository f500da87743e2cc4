import { Entity } from '@backstage/catalog-model';
import { agentsRuleOf, dataClassOf, highestOf, tierOf } from './entityMarks';

function marked(
  annotations: Record<string, string>,
  labels: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'api', annotations, labels },
  };
}
const TIERS = ['tier-1', 'tier-2', 'tier-3'];
const known = (value: string) => ({ state: 'known' as const, value });
const unknown = expect.objectContaining({ state: 'unknown' });

describe('what an entity says of itself', () => {
  it.each([
    [
      'the annotation',
      { 'agent-governance.io/tier': 'tier-2' },
      {},
      known('tier-2'),
    ],
    [
      'the annotation before the label',
      { 'agent-governance.io/tier': 'tier-2' },
      { tier: 'tier-1' },
      known('tier-2'),
    ],
    ['the label', {}, { tier: 'tier-1' }, known('tier-1')],
    ['nothing', {}, {}, { state: 'none' }],
    ['a tier nobody configured', {}, { tier: 'frontend' }, unknown],
    [
      'a mistake, before a label that is right',
      { 'agent-governance.io/tier': 'teir-1' },
      { tier: 'tier-1' },
      unknown,
    ],
    ['no tier at all', { 'agent-governance.io/tier': ' ' }, {}, unknown],
  ])('its tier, from %s', (_, annotations, labels, mark) => {
    expect(tierOf(marked(annotations, labels), TIERS)).toEqual(mark);
  });

  it('takes any tier where none is configured', () => {
    expect(tierOf(marked({}, { tier: 'gold' }), [])).toEqual(known('gold'));
  });

  it('its data class, from annotation or label', () => {
    expect(
      dataClassOf(marked({ 'agent-governance.io/data-class': 'restricted' })),
    ).toEqual(known('restricted'));
    expect(dataClassOf(marked({}, { 'data-class': 'internal' }))).toEqual(
      known('internal'),
    );
    expect(dataClassOf(marked({}))).toEqual({ state: 'none' });
  });

  it.each([
    ['forbidden', known('forbidden')],
    ['supervised', known('supervised')],
    ['allowed', known('allowed')],
    ['Allowed', unknown],
    ['yes', unknown],
    ['', unknown],
  ])('what it says about agents: %j', (said, mark) => {
    expect(
      agentsRuleOf(marked({ 'agent-governance.io/agents': said })),
    ).toEqual(mark);
    expect(agentsRuleOf(marked({}))).toEqual({ state: 'none' });
  });

  it('finds the highest of several tiers', () => {
    const none = { state: 'none' } as const;
    const open = { state: 'unknown', because: 'no' } as const;
    expect(highestOf([known('tier-3'), none, known('tier-2')], TIERS)).toEqual(
      known('tier-2'),
    );
    expect(highestOf([none], TIERS)).toEqual(none);
    expect(highestOf([], [])).toEqual(none);
    expect(highestOf([known('tier-1'), open], TIERS)).toBe(open);
    expect(highestOf([known('gold')], [])).toEqual(unknown);
  });
});
