import {
  JsonObject,
  JsonValue,
  LedgerEntryView,
  PolicyChange,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** What an entry in a policy's stream of the ledger says, for people. */
export function toPolicyChange({
  envelope,
  payloads,
}: LedgerEntryView): PolicyChange {
  const { id, time, type, body } = envelope;
  const contentOf = (name: string) =>
    payloads.find(payload => payload.name === name)?.content;
  const people = asObject(contentOf('people'));
  const place = asObject(contentOf('place'));
  const mode = asObject(body.mode);
  const governance = asObject(body.governance);
  return {
    entryId: id,
    at: time,
    type: type as PolicyChange['type'],
    state: stateAfter(type, body),
    changed: Array.isArray(body.changed) ? body.changed.map(String) : [],
    ...texts({
      before: body.before,
      after: body.after,
      modeBefore: mode.before,
      modeAfter: mode.after,
      originLocation: place.originLocation,
      sourceUrl: place.sourceUrl,
      confirmedBy: people.confirmedBy,
      votedBy: people.votedBy,
      changeId: body.changeId ?? governance.changeId,
      judged: governance.judged,
      comment: contentOf('comment'),
    }),
    ...(governance.judged === 'approved' &&
      Array.isArray(governance.votesCounted) && {
        approvals: governance.votesCounted.length,
      }),
  };
}

function stateAfter(type: string, body: JsonObject): PolicyChange['state'] {
  const { state } = body;
  if (type.startsWith('policy.change-')) {
    return (
      typeof state === 'string' ? state : 'proposed'
    ) as PolicyChange['state'];
  }
  return (asObject(state).after as PolicyChange['state'] | undefined) ?? 'gone';
}

/** Of these, the ones that say something. */
function texts<K extends keyof PolicyChange>(
  said: Record<K, JsonValue | undefined>,
): Pick<PolicyChange, K> {
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => typeof value === 'string'),
  ) as Pick<PolicyChange, K>;
}

function asObject(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}
