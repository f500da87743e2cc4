import {
  FactOverride,
  JsonValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  FACT_SCHEMA,
  FactType,
  isFactPath,
  problemWithOverride,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { FactRow } from './SimulatorForm';

/** The type of a fact; `undefined` for what is none. */
export function factTypeOf(path: string): FactType | undefined {
  return isFactPath(path) ? FACT_SCHEMA[path].type : undefined;
}

/** Whether a fact is written as it is, or as JSON. */
export function isWrittenPlainly({ kind }: FactType): boolean {
  return ['bool', 'int', 'double', 'string', 'timestamp'].includes(kind);
}

/** The example of the fact schema, as it is typed. */
export function exampleText(path: string): string {
  if (!isFactPath(path)) {
    return '';
  }
  const { type, example } = FACT_SCHEMA[path];
  return type.kind === 'string' || type.kind === 'timestamp'
    ? String(example)
    : JSON.stringify(example, null, 2);
}

/** The override that a row of the form stands for, or what is wrong with it. */
export function toOverride(
  row: FactRow,
): { override: FactOverride } | { problem: string } {
  const { path, text } = row;
  const state = row.state === 'none' ? 'known' : row.state;
  if (path === '') {
    return { problem: 'Choose a fact' };
  }
  const type = factTypeOf(path);
  const hasValue =
    row.state === 'known' || (row.state === 'stale' && text.trim() !== '');
  let value: JsonValue | undefined;
  if (hasValue && type) {
    try {
      value = valueOf(type, text);
    } catch {
      return { problem: `'${path}' must be JSON here` };
    }
  }
  const override: FactOverride = {
    path,
    state,
    ...(value !== undefined && { value }),
  };
  const problem =
    problemWithOverride(override) ??
    (row.state === 'known' && value === undefined
      ? `'${path}' needs a value`
      : undefined);
  return problem === undefined ? { override } : { problem };
}

/** @throws SyntaxError for what should be JSON, and is none */
function valueOf(type: FactType, text: string): JsonValue | undefined {
  switch (type.kind) {
    case 'string':
    case 'timestamp':
      return text.trim() === '' ? undefined : text.trim();
    case 'bool':
      return text === '' ? undefined : text === 'true';
    case 'int':
    case 'double':
      return text.trim() === '' ? undefined : Number(text);
    default:
      return text.trim() === '' ? undefined : JSON.parse(text);
  }
}
