import { EXPRESSION_LIMITS } from '../../expressions/limits';
import { PolicyDocumentRule } from '../PolicyDocument';
import { EntityPath, ProblemList } from './ProblemList';
import { readCheckpoint } from './readCheckpoint';
import { readObject, readText, readWord } from './readValues';

type Effect = PolicyDocumentRule['effect'];

const KEYS = ['name', 'effect', 'when', 'onUnknown', 'because', 'checkpoint'];
const EFFECTS: readonly Effect[] = ['deny', 'require-approval', 'allow'];
/** As a catalog entity's name is written. */
const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const MAX_BECAUSE = 200;

/** The one value of `onUnknown` that does not loosen. */
const UNKNOWN_COUNTS_AS: Record<Effect, 'match' | 'no-match'> = {
  deny: 'match',
  'require-approval': 'match',
  allow: 'no-match',
};

/** One rule; every field that is wrong is reported. */
export function readRule(
  value: unknown,
  path: EntityPath,
  problems: ProblemList,
): PolicyDocumentRule | undefined {
  const fields = readObject(value, path, KEYS, problems);
  if (!fields) {
    return undefined;
  }
  const name = readName(fields.name, [...path, 'name'], problems);
  const effect = readWord(fields.effect, [...path, 'effect'], {
    what: 'an effect',
    allowed: EFFECTS,
    problems,
  });
  const when = optional(fields.when, text =>
    readText(text, [...path, 'when'], {
      what: 'a CEL expression; leave it out for a rule that always matches',
      max: EXPRESSION_LIMITS.sourceLength,
      problems,
    }),
  );
  const because = optional(fields.because, text =>
    readText(text, [...path, 'because'], {
      what: 'a sentence that says why, for people',
      max: MAX_BECAUSE,
      problems,
    }),
  );
  const onUnknown = optional(fields.onUnknown, word =>
    readOnUnknown(word, effect, [...path, 'onUnknown'], problems),
  );
  const checkpoint = optional(fields.checkpoint, spec =>
    effect === undefined || effect === 'require-approval'
      ? readCheckpoint(spec, [...path, 'checkpoint'], problems)
      : problems.add(
          [...path, 'checkpoint'],
          `only goes with the effect require-approval; this rule says ${effect}`,
        ),
  );
  if (name === undefined || effect === undefined) {
    return undefined;
  }
  return {
    name,
    effect,
    ...(when !== undefined && { when }),
    ...(onUnknown !== undefined && { onUnknown }),
    because: because ?? `the rule ${name} says so`,
    ...(checkpoint !== undefined && { checkpoint }),
  };
}

function readName(
  value: unknown,
  path: EntityPath,
  problems: ProblemList,
): string | undefined {
  return typeof value === 'string' && NAME.test(value)
    ? value
    : problems.add(
        path,
        'must be a name of 1 to 63 letters, digits, “-”, “_” and “.”, beginning and ending with a letter or digit',
      );
}

function readOnUnknown(
  value: unknown,
  effect: Effect | undefined,
  path: EntityPath,
  problems: ProblemList,
): 'match' | 'no-match' | undefined {
  const word = readWord(value, path, {
    what: 'what an unknown counts as',
    allowed: ['match', 'no-match'] as const,
    problems,
  });
  if (word === undefined || effect === undefined) {
    return undefined;
  }
  const allowed = UNKNOWN_COUNTS_AS[effect];
  return word === allowed
    ? word
    : problems.add(
        path,
        `would loosen: with the effect ${effect}, what is unknown can only count as ${allowed}`,
        allowed,
      );
}

function optional<T>(
  value: unknown,
  read: (given: unknown) => T | undefined,
): T | undefined {
  return value === undefined ? undefined : read(value);
}
