import {
  PolicyEffectCounts,
  PolicyEffectModes,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** What it came to, in a sentence for each mode it was in. */
export function inWords({ enforce, shadow }: PolicyEffectModes): string[] {
  return [
    ...(shadow.decisions > 0 ? [shadowInWords(shadow)] : []),
    ...(enforce.decisions > 0 ? [enforcedInWords(enforce)] : []),
  ];
}

/** Numbers of what there is any of, the strictest first. */
export function partsOf(
  counts: PolicyEffectCounts,
): Array<{ id: 'deny' | 'hold' | 'allow' | 'unknown'; text: string }> {
  const { denied, held, allowed, notEvaluated } = counts;
  return [
    { id: 'deny' as const, count: denied, word: 'denied' },
    { id: 'unknown' as const, count: notEvaluated, word: 'not evaluated' },
    { id: 'hold' as const, count: held, word: 'held' },
    { id: 'allow' as const, count: allowed, word: 'let through' },
  ].flatMap(({ id, count, word }) =>
    count > 0 ? [{ id, text: `${word} ${count}` }] : [],
  );
}

function enforcedInWords(counts: PolicyEffectCounts): string {
  const parts = partsOf(counts).map(({ text }) => text);
  return `It applied to ${decisions(counts.decisions)}: ${
    parts.join(', ') || 'no rule of it said anything'
  }.`;
}

/** What the whole verdict would have been comes first: that a rule matched says little, where others say the same. */
function shadowInWords(counts: PolicyEffectCounts): string {
  const { changed, wouldDeny, wouldHold, wouldAllow } = counts;
  const parts = [
    { count: wouldDeny, word: 'denied' },
    { count: wouldHold, word: 'held' },
    { count: wouldAllow, word: 'let through' },
  ].flatMap(({ count, word }) => (count > 0 ? [`${word} ${count}`] : []));
  return changed === 0
    ? `In shadow mode it would have changed none of ${decisions(
        counts.decisions,
      )}.`
    : `In shadow mode it would have changed ${changed} of ${decisions(
        counts.decisions,
      )}: it would have ${parts.join(', ')}.`;
}

function decisions(count: number): string {
  return count === 1 ? '1 decision' : `${count} decisions`;
}
