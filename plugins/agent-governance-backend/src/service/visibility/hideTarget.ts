import { parseEntityRef } from '@backstage/catalog-model';
import {
  DecisionWithFacts,
  Explanation,
  Facts,
  LedgerEntryView,
  LevelResult,
  MASKED_ENTITY_REF,
  unknown,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { mapTexts } from './entityRefsIn';

const NOTE = 'You may not read the target of this request';
/** Groups of facts that tell about the target, its surroundings, and what holds for it. */
const HIDDEN_GROUPS = ['target', 'conditions', 'context'] as const;

/**
 * The same document without the name of an entity in its sentences. Single words stay: they are states, ids and
 * digests, and an entity may be called like one of them.
 */
export function hideName<T>(document: T, entityRef: string): T {
  const { name } = parseEntityRef(entityRef);
  const pattern = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const alone = new RegExp(`(?<![\\w-])${pattern}(?![\\w-])`, 'gi');
  return mapTexts(document, text =>
    text.includes(' ')
      ? text.replaceAll(alone, parseEntityRef(MASKED_ENTITY_REF).name)
      : text,
  );
}

/** An explanation for somebody who answers for the agent and may not read what it acts on. */
export function hideTarget(explanation: Explanation): Explanation {
  return {
    ...explanation,
    decisions: explanation.decisions.map(decision => hideInDecision(decision)),
    entries: explanation.entries.map(entry => withholdPayloads(entry)),
  };
}

/** The same entry without what it commits to. */
export function withholdPayloads(entry: LedgerEntryView): LedgerEntryView {
  return {
    ...entry,
    payloads: entry.payloads.map(({ name, state }) => ({
      name,
      state: state === 'erased' ? state : 'withheld',
    })),
  };
}

function hideInDecision(decision: DecisionWithFacts): DecisionWithFacts {
  return {
    ...decision,
    facts: hideFacts(decision.facts),
    levels: decision.levels.map(level => hideReads(level)),
  };
}

function hideFacts(facts: Facts): Facts {
  const hidden = HIDDEN_GROUPS.map(group => [
    group,
    Object.fromEntries(
      Object.entries(facts[group]).map(([name, { source }]) => [
        name,
        unknown(source, NOTE),
      ]),
    ),
  ]);
  return { ...facts, ...Object.fromEntries(hidden) };
}

/** Traces say what rules found in facts: what they read of hidden ones goes, wherever it stands. */
function hideReads(level: LevelResult): LevelResult {
  return JSON.parse(JSON.stringify(level), (_key, value) =>
    isHiddenRead(value)
      ? {
          path: value.path,
          state: 'unknown',
          source: value.source,
          note: NOTE,
        }
      : value,
  );
}

function isHiddenRead(
  value: unknown,
): value is { path: string; source: string } {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { path, source } = value as { path?: unknown; source?: unknown };
  return (
    typeof path === 'string' &&
    typeof source === 'string' &&
    HIDDEN_GROUPS.some(group => path.startsWith(`${group}.`))
  );
}
