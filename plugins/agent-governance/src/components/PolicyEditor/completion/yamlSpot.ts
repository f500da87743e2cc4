import { flowSpot } from './flowSpot';
import { isBlank, readYamlLine, YamlStep } from './yamlLine';

/** Where in a document the cursor is, as far as text that is being written can tell. */
export interface YamlSpot {
  /** Fields from the top, `*` for an entry of a list: `['spec', 'rules', '*', 'effect']`. */
  path: string[];
  /** Whether a field could be named here; right after the dash of a list, a value could stand here as well. */
  isKey: boolean;
  /** Where what is being written begins. */
  start: number;
  /** Where the value of the innermost field begins, which may be lines above. */
  valueStart: number;
  /** Fields that stand beside it already. */
  taken: ReadonlySet<string>;
  /** Column of the first letter, for what is put in over several lines. */
  column: number;
}

/** Beyond so many lines nobody looks for what is around the cursor. */
const MAX_LINES = 2_000;

/** Finds out where the cursor is between two parts of a text. */
export function yamlSpot(before: string, after = ''): YamlSpot {
  const begin = Math.max(before.lastIndexOf('\n---') + 1, 0);
  const lines = before.slice(begin).split('\n');
  const head = lines[lines.length - 1];
  const { steps, rest } = readYamlLine(head);
  const last = steps[steps.length - 1];
  const above = findAbove(lines, {
    column: steps[0]?.column ?? rest,
    isEntry: steps[0]?.step === '*',
  });
  const value = head.slice(rest);
  const flow = flowSpot(value);
  const lineStart = before.length - head.length;
  const opensFields = last === undefined || last.step === '*';
  const isInFlow = flow.path.length > 0 || flow.isKey;
  return {
    path: [...above.path, ...steps.map(({ step }) => step), ...flow.path],
    isKey: isInFlow ? flow.isKey : opensFields,
    start: lineStart + rest + flow.start,
    valueStart:
      last === undefined
        ? before.length - above.charactersBelow
        : lineStart + rest,
    taken: new Set(
      isInFlow
        ? flow.taken
        : [...(last ? [] : above.taken), ...findBelow(after, rest)],
    ),
    column: rest,
  };
}

interface Above {
  path: string[];
  /** Fields of the same parent. */
  taken: string[];
  /** From the value of the innermost field to the end. */
  charactersBelow: number;
}

/** Walks up from a line to the top of the document, past everything that is not around it. */
function findAbove(
  lines: string[],
  from: { column: number; isEntry: boolean },
): Above {
  const above: Above = { path: [], taken: [], charactersBelow: 0 };
  let { column, isEntry } = from;
  let passed = lines[lines.length - 1].length;
  const end = Math.max(0, lines.length - MAX_LINES);
  for (let at = lines.length - 2; at >= end; at -= 1) {
    const line = lines[at];
    passed += line.length + 1;
    const { steps, rest } = isBlank(line)
      ? { steps: [], rest: 0 }
      : readYamlLine(line);
    for (const step of steps.reverse()) {
      if (isAround(step, column, isEntry)) {
        if (above.path.length === 0) {
          above.charactersBelow = passed - rest;
        }
        above.path.unshift(step.step);
        column = step.column;
        isEntry = step.step === '*';
      } else if (above.path.length === 0 && step.column === column) {
        above.taken.push(step.step);
      }
    }
  }
  return above;
}

/** The dashes of a list may stand right under the name of the field. */
function isAround(
  { column, step }: YamlStep,
  limit: number,
  isEntry: boolean,
): boolean {
  return column < limit || (isEntry && step !== '*' && column === limit);
}

/** Fields further down that have the same parent as what begins in this column. */
function findBelow(after: string, column: number): string[] {
  const found: string[] = [];
  const [, ...lines] = after.slice(0, MAX_LINES * 80).split('\n');
  for (const line of lines) {
    if (isBlank(line)) {
      continue;
    }
    const [first] = readYamlLine(line).steps;
    const begins = line.length - line.trimStart().length;
    if (begins < column || line.startsWith('---')) {
      break;
    }
    if (first?.column === column && first.step !== '*') {
      found.push(first.step);
    }
  }
  return found;
}
