import { vocabulary } from './__testUtils__/vocabulary';
import { completeExpression } from './completeExpression';

const labels = (before: string, asked = false) =>
  completeExpression(before, vocabulary, asked)?.options.map(
    ({ label }) => label,
  ) ?? [];

describe('completeExpression', () => {
  it('offers facts with what they say, from where the name begins', () => {
    const found = completeExpression('action.reversible && cond', vocabulary)!;
    expect(found.from).toBe('action.reversible && '.length);
    expect(found.options).toContainEqual({
      label: 'conditions.freeze.active',
      kind: 'fact',
      detail: 'true or false',
    });
    expect(
      found.options.find(({ label }) => label === 'environment.production'),
    ).toMatchObject({
      detail: 'true or false',
      info: expect.stringMatching(/\. For example: true$/),
    });
  });

  it('offers only what is in the group that is named', () => {
    const found = labels('history.mutations.l');
    expect(found).toContain('history.mutations.lastHour');
    expect(found.every(label => label.startsWith('history.mutations.'))).toBe(
      true,
    );
  });

  it('offers what can be asked of a text and of a list', () => {
    expect(labels('target.ref.')).toEqual(
      expect.arrayContaining(['target.ref.startsWith', 'target.ref.matches']),
    );
    expect(labels('target.ref.')).not.toContain('target.ref.exists');
    const list = completeExpression('target.tags.', vocabulary)!;
    expect(
      list.options.find(({ label }) => label === 'target.tags.exists'),
    ).toMatchObject({ insert: expect.stringContaining('exists(entry, ') });
  });

  it('knows the entries of the lists that are looked into', () => {
    const loop = 'target.tags.exists(tag, ';
    expect(labels(`${loop}t`)).toContain('tag');
    expect(labels(`${loop}tag.`)).toContain('tag.startsWith');
    expect(labels(`${loop}tag == 'x') && t`)).not.toContain('tag');
  });

  it.each([
    ["agent.autonomy == '", 'supervised'],
    ["'x' == target.ref || agent.autonomy != \"", 'autonomous'],
    ["agent.autonomy in ['observe', '", 'propose'],
    ["action.id == 'dep", 'deployments:restart'],
    ["action.id.startsWith('", 'ticket-close'],
    ["environment.name == '", 'production'],
  ])('in a text offers the words that the fact has: %s', (before, word) => {
    expect(labels(before)).toContain(word);
  });

  it.each([
    ['a text that is not compared', "'conditions"],
    ['a fact without words of its own', "target.owner == 'gr"],
    ['a comment', 'true // conditions'],
    ['what comes after a value', "target.labels['zone'].st"],
    ['nothing, where nobody asked', ''],
    ['a number', '12'],
  ])('offers nothing in %s', (_, before) => {
    expect(labels(before)).toEqual([]);
  });

  it('offers everything where somebody asks', () => {
    expect(labels('', true)).toEqual(
      expect.arrayContaining(['target.owner', 'size', 'true']),
    );
  });

  it('is not misled by quotes and brackets that are closed', () => {
    expect(labels("'x' in targ")).toContain('target.tags');
    expect(labels("target.ref == 'it\\'s' && en")).toContain(
      'environment.production',
    );
    expect(labels('true && // it’s "so\nen')).toContain(
      'environment.production',
    );
  });
});
