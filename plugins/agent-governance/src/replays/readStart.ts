import {
  PolicyDraft,
  PolicyDraftChange,
  ReplayScope,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** A replay that a person may start, as far as somebody filled it in. */
export interface ReplayStart {
  title?: string;
  scope?: Partial<ReplayScope>;
  draft?: PolicyDraft;
}

const LISTS = ['agents', 'actions', 'targets', 'environments'] as const;
const TIMES = ['from', 'to'] as const;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function readChange(value: unknown): PolicyDraftChange | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const { kind, text, file, policyRef, mode } = value;
  if (kind === 'text' && isText(text)) {
    return { kind, text, ...(isText(file) && { file }) };
  }
  if (kind === 'off' && isText(policyRef)) {
    return { kind, policyRef };
  }
  return kind === 'mode' &&
    isText(policyRef) &&
    (mode === 'enforce' || mode === 'shadow')
    ? { kind, policyRef, mode }
    : undefined;
}

function readScope(value: unknown): Partial<ReplayScope> | undefined {
  if (value === undefined) {
    return {};
  }
  if (!isObject(value)) {
    return undefined;
  }
  const scope: Partial<ReplayScope> = {};
  for (const name of TIMES) {
    const time = value[name];
    if (time === undefined) {
      continue;
    }
    if (!isText(time) || Number.isNaN(Date.parse(time))) {
      return undefined;
    }
    scope[name] = time;
  }
  for (const name of LISTS) {
    const list = value[name];
    if (list === undefined) {
      continue;
    }
    if (!Array.isArray(list) || !list.every(isText)) {
      return undefined;
    }
    scope[name] = list;
  }
  return scope;
}

/**
 * What a link says should be tried. A link is text from anybody: half understood, another draft would be tried than the
 * one it was made for.
 *
 * @returns undefined where anything in it cannot be read
 */
export function readStart(text: string): ReplayStart | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value)) {
    return undefined;
  }
  const { title, scope, draft } = value;
  const readable = readScope(scope);
  const changes = isObject(draft) ? draft.changes : [];
  if (
    (title !== undefined && !isText(title)) ||
    !readable ||
    !Array.isArray(changes)
  ) {
    return undefined;
  }
  const read = changes.map(readChange);
  return read.some(change => change === undefined)
    ? undefined
    : {
        ...(title !== undefined && { title }),
        scope: readable,
        draft: { changes: read as PolicyDraftChange[] },
      };
}
