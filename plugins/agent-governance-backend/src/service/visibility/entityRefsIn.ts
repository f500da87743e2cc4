import { MASKED_ENTITY_REF } from '@agentgov/backstage-plugin-agent-governance-common';
import { normaliseRef } from '../../facts/normaliseRef';

/**
 * A full entity ref, alone or within a sentence. Not what follows a slash, a dot or an at sign: hosts with ports look
 * the same.
 */
const FULL_REF =
  /(?<![\w/.@-])[a-z][a-z0-9]*:[a-z0-9](?:[\w.-]*[a-z0-9])?\/[a-z0-9](?:[\w.-]*[a-z0-9])?/gi;

/**
 * Fields whose text is an agent's or a person's own, or part of an entity the caller may read. Text there that looks
 * like an entity ref is shown as it was written: a reviewer must see exactly what will run.
 */
const VERBATIM = new Set([
  'input',
  'inputSchema',
  'purpose',
  'runId',
  'run',
  'comment',
  'reason',
  'output',
  'annotations',
  'labels',
  'tags',
  'model',
]);

/** Every full entity ref that is named in a document, in its one spelling. */
export function entityRefsIn(document: unknown): string[] {
  const refs = new Set<string>();
  mapTexts(document, text => {
    for (const [found] of text.matchAll(FULL_REF)) {
      refs.add(normaliseRef(found) ?? found);
    }
    return text;
  });
  refs.delete(MASKED_ENTITY_REF);
  return [...refs];
}

/** The same document with every named entity masked that is not readable. */
export function maskEntityRefs<T>(
  document: T,
  isReadable: (ref: string) => boolean,
): T {
  return mapTexts(document, text =>
    text.replaceAll(FULL_REF, found =>
      isReadable(normaliseRef(found) ?? found) ? found : MASKED_ENTITY_REF,
    ),
  );
}

/** The same document with other texts, verbatim fields left alone. */
export function mapTexts<T>(document: T, change: (text: string) => string): T {
  return visit(document, change) as T;
}

/** The facts about a run are the agent's words, but for the person they name. */
function visitVerbatim(
  key: string,
  value: unknown,
  change: (text: string) => string,
): unknown {
  return key === 'run' &&
    typeof value === 'object' &&
    value !== null &&
    'startedBy' in value
    ? { ...value, startedBy: visit(value.startedBy, change) }
    : value;
}

function visit(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return change(value);
  }
  if (Array.isArray(value)) {
    return value.map(item => visit(item, change));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        VERBATIM.has(key)
          ? visitVerbatim(key, item, change)
          : visit(item, change),
      ]),
    );
  }
  return value;
}
