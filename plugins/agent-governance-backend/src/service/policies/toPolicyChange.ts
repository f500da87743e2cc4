import {
  JsonObject,
  LedgerEntryView,
  PolicyChange,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** What an entry in a policy's stream of the ledger says, for people. */
export function toPolicyChange({
  envelope,
  payloads,
}: LedgerEntryView): PolicyChange {
  const { id, time, type, body } = envelope;
  const isConfirmed = type === 'policy.confirmed';
  const state = (body.state ?? {}) as { after?: PolicyChange['state'] };
  const contentOf = (name: string) =>
    payloads.find(payload => payload.name === name)?.content;
  const people = contentOf('people') as JsonObject | undefined;
  const comment = contentOf('comment');
  return {
    entryId: id,
    at: time,
    type: isConfirmed ? 'policy.confirmed' : 'policy.changed',
    ...(typeof body.before === 'string' && { before: body.before }),
    ...(typeof body.after === 'string' && { after: body.after }),
    state: isConfirmed ? 'gone' : state.after ?? 'gone',
    changed: Array.isArray(body.changed) ? body.changed.map(String) : [],
    ...(typeof people?.confirmedBy === 'string' && {
      confirmedBy: people.confirmedBy,
    }),
    ...(typeof comment === 'string' && { comment }),
  };
}
