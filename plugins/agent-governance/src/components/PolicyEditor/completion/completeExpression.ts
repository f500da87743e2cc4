import { FactType } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { describeFact, typeWord } from './describeFact';
import { loopVariables } from './loopVariables';
import { spotOf } from './spotOf';
import { CURSOR, Suggestion, Suggestions, Vocabulary } from './types';

const PATH = /[A-Za-z_]\w*(?:\.\w*)*$/;
const COMPARED = /([A-Za-z_][\w.]*)\s*(?:[=!]=|in\s*\[[^\]]*)\s*$/;
const ASKED = /([A-Za-z_][\w.]*)\.(?:startsWith|endsWith|contains)\(\s*$/;

const WORDS: Suggestion[] = [
  { label: 'true', kind: 'word' },
  { label: 'false', kind: 'word' },
];

/**
 * What could stand at the end of an expression that is being written: facts and their fields, functions, and in a text
 * the words that the fact it is compared with can have.
 *
 * @param asked - Whether somebody asked, rather than only typed on.
 */
export function completeExpression(
  before: string,
  vocabulary: Vocabulary,
  asked = false,
): Suggestions | undefined {
  const spot = spotOf(before);
  switch (spot.in) {
    case 'comment':
      return undefined;
    case 'text':
      return completeText(before, spot.start, vocabulary);
    default:
      return completeName(before, vocabulary, asked);
  }
}

function completeText(
  before: string,
  start: number,
  vocabulary: Vocabulary,
): Suggestions | undefined {
  const outside = before.slice(0, start - 1);
  const fact = (COMPARED.exec(outside) ?? ASKED.exec(outside))?.[1];
  const options = fact === undefined ? [] : wordsOf(fact, before, vocabulary);
  return options.length > 0
    ? { from: start, options, validFor: /^[^'"\\]*$/ }
    : undefined;
}

/** What a fact can be, where that is a list of words. */
function wordsOf(
  name: string,
  before: string,
  vocabulary: Vocabulary,
): Suggestion[] {
  if (name === 'action.id') {
    return vocabulary.actions.map(({ id, title }) => ({
      label: id,
      kind: 'word',
      info: title,
    }));
  }
  if (name === 'environment.name') {
    return vocabulary.environments.map(label => ({ label, kind: 'word' }));
  }
  const type = typeOfPath(name, before, vocabulary);
  const words = type?.kind === 'string' ? type.oneOf ?? [] : [];
  return words.map(label => ({ label, kind: 'word' }));
}

function completeName(
  before: string,
  vocabulary: Vocabulary,
  asked: boolean,
): Suggestions | undefined {
  const path = PATH.exec(before)?.[0] ?? '';
  const from = before.length - path.length;
  const isAfterValue = /[\w'")\]]\.?$/.test(before.slice(0, from));
  if (isAfterValue || (path === '' && !asked)) {
    return undefined;
  }
  const options = path.includes('.')
    ? [
        ...factsBelow(path, vocabulary),
        ...stepsInto(path.slice(0, path.lastIndexOf('.')), before, vocabulary),
      ]
    : [
        ...variablesOf(before, vocabulary),
        ...vocabulary.facts.map(describeFact),
        ...functionsAlone(vocabulary),
        ...WORDS,
      ];
  return options.length > 0
    ? { from, options, validFor: /^[\w.]*$/ }
    : undefined;
}

function factsBelow(path: string, { facts }: Vocabulary): Suggestion[] {
  const above = path.slice(0, path.lastIndexOf('.') + 1);
  return facts.filter(({ name }) => name.startsWith(above)).map(describeFact);
}

/** What can be asked of a value: its fields, where facts do not have them already, and functions. */
function stepsInto(
  name: string,
  before: string,
  vocabulary: Vocabulary,
): Suggestion[] {
  const type = typeOfPath(name, before, vocabulary);
  const isFact = vocabulary.facts.some(fact => fact.name === name);
  const fields =
    type?.kind === 'object' && !isFact ? Object.entries(type.fields) : [];
  return [
    ...fields.map(
      ([field, inner]): Suggestion => ({
        label: `${name}.${field}`,
        kind: 'fact',
        detail: typeWord(inner),
      }),
    ),
    ...vocabulary.functions
      .filter(({ on }) => on !== undefined && on === type?.kind)
      .map(
        (one): Suggestion => ({
          label: `${name}.${one.name}`,
          kind: 'function',
          detail: `(${one.takes.join(', ')})`,
          info: `${one.description} For example: ${one.example}`,
          insert: `${name}.${one.name}${bracketsOf(one)}`,
        }),
      ),
  ];
}

function bracketsOf(one: { on?: string; takes: readonly string[] }): string {
  if (one.takes.length === 0) {
    return '()';
  }
  return one.on === 'list' ? `(entry, ${CURSOR})` : `('${CURSOR}')`;
}

function functionsAlone({ functions }: Vocabulary): Suggestion[] {
  return functions
    .filter(({ on }) => on === undefined)
    .map(one => ({
      label: one.name,
      kind: 'function',
      detail: `(${one.takes.join(', ')})`,
      info: `${one.description} For example: ${one.example}`,
      insert: `${one.name}(${CURSOR})`,
    }));
}

function variablesOf(before: string, vocabulary: Vocabulary): Suggestion[] {
  return Array.from(loopsAround(before, vocabulary), ([label, type]) => ({
    label,
    kind: 'fact',
    detail: typeWord(type),
    info: 'One entry of the list that is looked into.',
  }));
}

function loopsAround(before: string, { facts }: Vocabulary) {
  return loopVariables(
    before,
    name => facts.find(fact => fact.name === name)?.type,
  );
}

/** What stands behind a name, or behind a path that begins with the name of an entry. */
function typeOfPath(
  path: string,
  before: string,
  vocabulary: Vocabulary,
): FactType | undefined {
  const fact = vocabulary.facts.find(({ name }) => name === path);
  if (fact) {
    return fact.type;
  }
  const [first, ...fields] = path.split('.');
  return fields.reduce<FactType | undefined>(
    (type, field) => (type?.kind === 'object' ? type.fields[field] : undefined),
    loopsAround(before, vocabulary).get(first),
  );
}
