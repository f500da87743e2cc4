import { completeExpression } from './completeExpression';
import { POLICY_SHAPE, Shape } from './policyShape';
import { CURSOR, Suggestion, Suggestions, Vocabulary } from './types';
import { YamlSpot, yamlSpot } from './yamlSpot';

/** A policy to begin with. */
const WHOLE_POLICY = `apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata:
  name: ${CURSOR}
spec:
  owner: group:default/
  level: team
  mode: shadow
  rules:
    - name: first
      effect: require-approval
      because:
`;

/**
 * What could stand at the cursor in a file of policies: fields that are not there yet, the words a field can have, and
 * in `when` what expressions can say.
 *
 * @param asked - Whether somebody asked, rather than only typed on.
 */
export function completeFile(
  before: string,
  after: string,
  vocabulary: Vocabulary,
  asked = false,
): Suggestions | undefined {
  const spot = yamlSpot(before, after);
  const shape = shapeAt(spot.path, vocabulary);
  if (!shape || isComment(before)) {
    return undefined;
  }
  if (shape.isExpression) {
    return completeWhen(before, spot, vocabulary, asked);
  }
  const written = before.slice(spot.start).replace(/^["']/, '');
  if (!asked && written === '' && spot.isKey) {
    return undefined;
  }
  const options = [
    ...(spot.isKey ? fieldsOf(shape, spot, vocabulary) : []),
    ...wordsOf(shape, vocabulary),
    ...(spot.isKey && spot.path.length === 0 && spot.taken.size === 0
      ? [wholePolicy()]
      : []),
  ];
  return options.length > 0
    ? { from: spot.start, options, validFor: /^[\w$.:/*'"-]*$/ }
    : undefined;
}

function shapeAt(path: string[], vocabulary: Vocabulary): Shape | undefined {
  return path.reduce<Shape | undefined>(
    (shape, step) =>
      step === '*' ? shape?.entries : fieldShapes(shape, vocabulary).get(step),
    POLICY_SHAPE,
  );
}

function fieldShapes(
  shape: Shape | undefined,
  vocabulary: Vocabulary,
): Map<string, Shape> {
  return new Map([
    ...Object.entries(shape?.fields ?? {}),
    ...Object.entries(shape?.anyField?.(vocabulary) ?? {}),
  ]);
}

function isComment(before: string): boolean {
  return /(?:^|\s)#[^'"]*$/.test(before.slice(before.lastIndexOf('\n') + 1));
}

function fieldsOf(
  shape: Shape,
  { taken, column }: YamlSpot,
  vocabulary: Vocabulary,
): Suggestion[] {
  return Array.from(fieldShapes(shape, vocabulary))
    .filter(([name]) => !taken.has(name))
    .map(([name, field]) => ({
      label: name,
      kind: 'key',
      info: field.info,
      insert: `${name}:${openingOf(field, column)}${CURSOR}`,
    }));
}

/** What comes after the name of a field: its value, its fields one step in, or the first entry of its list. */
function openingOf(field: Shape, column: number): string {
  const below = `\n${' '.repeat(column + 2)}`;
  if (field.entries) {
    return `${below}- `;
  }
  return field.words || (!field.fields && !field.anyField) ? ' ' : below;
}

function wordsOf({ words }: Shape, vocabulary: Vocabulary): Suggestion[] {
  return (words?.(vocabulary) ?? []).map(word =>
    typeof word === 'string' ? { label: word, kind: 'word' } : word,
  );
}

function wholePolicy(): Suggestion {
  return {
    label: 'a whole policy',
    kind: 'key',
    info: 'Everything that a policy has to have.',
    insert: WHOLE_POLICY,
  };
}

/** In `when`: the expression without what YAML puts around it. */
function completeWhen(
  before: string,
  { valueStart }: YamlSpot,
  vocabulary: Vocabulary,
  asked: boolean,
): Suggestions | undefined {
  const value = before.slice(valueStart);
  const opening = /^(?:[|>][-+\d]*[^\S\n]*\n|["'])?/.exec(value)![0];
  // a quote that YAML wants doubled stays two characters wide
  const expression =
    opening === "'"
      ? value.slice(1).replaceAll("''", " '")
      : value.slice(opening.length);
  if (isClosed(value, opening)) {
    return undefined;
  }
  const found = completeExpression(expression, vocabulary, asked);
  return (
    found && {
      ...found,
      from: valueStart + opening.length + found.from,
      options:
        opening === "'"
          ? found.options.map(option => ({
              ...option,
              ...(option.insert && {
                insert: option.insert.replaceAll("'", '"'),
              }),
            }))
          : found.options,
    }
  );
}

function isClosed(value: string, opening: string): boolean {
  switch (opening) {
    case "'":
      return /^'(?:[^']|'')*'(?!')\s/.test(value);
    case '"':
      return /^"(?:[^"\\]|\\.)*"\s/.test(value);
    default:
      return false;
  }
}
