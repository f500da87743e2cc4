import { CheckpointSpec, CheckpointTermSpec } from '../PolicyDocument';
import { EntityPath, ProblemList } from './ProblemList';
import { readDuration } from './readDuration';
import { readList, readObject, readRef } from './readValues';

const MAX_ALTERNATIVES = 10;
const MAX_TERMS = 10;
const MAX_COUNT = 20;
const TARGET_OWNER = 'target-owner';

/** Who must look: alternatives of terms, and how long they have. */
export function readCheckpoint(
  value: unknown,
  path: EntityPath,
  problems: ProblemList,
): CheckpointSpec | undefined {
  const fields = readObject(
    value,
    path,
    ['anyOf', 'decideWithin', 'executeWithin'],
    problems,
  );
  if (!fields) {
    return undefined;
  }
  const anyOf = readList(fields.anyOf, [...path, 'anyOf'], {
    what: 'alternative, each with allOf',
    max: MAX_ALTERNATIVES,
    problems,
    readItem: (item, at) => readAlternative(item, at, problems),
  });
  const decideWithin = readDuration(
    fields.decideWithin,
    [...path, 'decideWithin'],
    problems,
  );
  const executeWithin = readDuration(
    fields.executeWithin,
    [...path, 'executeWithin'],
    problems,
  );
  return anyOf && decideWithin && executeWithin
    ? { anyOf, decideWithin, executeWithin }
    : undefined;
}

/** One way to satisfy a checkpoint. */
export function readAlternative(
  value: unknown,
  path: EntityPath,
  problems: ProblemList,
): CheckpointSpec['anyOf'][number] | undefined {
  const fields = readObject(value, path, ['allOf'], problems);
  const allOf =
    fields &&
    readList(fields.allOf, [...path, 'allOf'], {
      what: 'term, each with from and count',
      max: MAX_TERMS,
      problems,
      readItem: (item, at) => readTerm(item, at, problems),
    });
  return allOf && { allOf };
}

function readTerm(
  value: unknown,
  path: EntityPath,
  problems: ProblemList,
): CheckpointTermSpec | undefined {
  const fields = readObject(value, path, ['from', 'count'], problems);
  if (!fields) {
    return undefined;
  }
  const from =
    fields.from === TARGET_OWNER
      ? TARGET_OWNER
      : readRef(fields.from, [...path, 'from'], {
          what: `${TARGET_OWNER}, or the ref of a group or a user in full, for example group:default/sre`,
          kinds: ['group', 'user'],
          problems,
        });
  const count = readCount(fields.count, [...path, 'count'], problems);
  if (from?.startsWith('user:') && count !== undefined && count > 1) {
    return problems.add(
      [...path, 'count'],
      `asks ${count} people of one person`,
    );
  }
  return from === undefined || count === undefined
    ? undefined
    : { from, count };
}

function readCount(
  value: unknown,
  path: EntityPath,
  problems: ProblemList,
): number | undefined {
  return typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= 1 &&
    value <= MAX_COUNT
    ? value
    : problems.add(path, `must be a whole number from 1 to ${MAX_COUNT}`);
}
