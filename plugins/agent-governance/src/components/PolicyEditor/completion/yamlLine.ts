/** One step on the way into a document: a field, or an entry of a list, and the column it begins in. */
export interface YamlStep {
  column: number;
  /** Name of the field; `*` for an entry of a list. */
  step: string;
}

/** What one line of block-style YAML opens, and where what it says besides begins. */
export interface YamlLine {
  steps: YamlStep[];
  /** Column of what stands after the last step. */
  rest: number;
}

const FIELD = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\w$.\-/]+):(?=\s|$)\s*/;

/** Reads one line: `- name: x` opens an entry and in it a field. Good enough for text that is being written. */
export function readYamlLine(line: string): YamlLine {
  const steps: YamlStep[] = [];
  let column = line.length - line.trimStart().length;
  for (;;) {
    const entry = /^-(?:\s+|$)/.exec(line.slice(column));
    if (entry) {
      steps.push({ column, step: '*' });
      column += entry[0].length;
    } else {
      break;
    }
  }
  const field = FIELD.exec(line.slice(column));
  if (field) {
    steps.push({ column, step: field[1].replace(/^(["'])(.*)\1$/, '$2') });
    column += field[0].length;
  }
  return { steps, rest: column };
}

/** Whether a line says nothing. */
export function isBlank(line: string): boolean {
  return /^\s*(?:#.*)?$/.test(line);
}
