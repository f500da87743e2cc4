import { canonicalJson } from '@agentgov/backstage-plugin-agent-governance-common';
import { NewLedgerEntry } from './appendEntry';
import { AgentDescription } from './describeAgent';

/** One agent as it was recorded last, and as it is now. */
export interface AgentChange {
  before?: { digest: string; description: AgentDescription };
  after: { digest: string; description: AgentDescription };
}

/** The ledger entry of a change: digests and names of members; what they held is kept apart. */
export function describeAgentChange(
  agentRef: string,
  change: AgentChange,
  time: Date,
): NewLedgerEntry {
  const { before, after } = change;
  const { owner: ownerAfter, ...restAfter } = after.description;
  const { owner: ownerBefore = null, ...restBefore } = {
    ...before?.description,
  };
  return {
    stream: `agent:${agentRef}`,
    type: 'agent.changed',
    body: {
      before: before?.digest ?? null,
      after: after.digest,
      changed: changedMembers(change),
    },
    payloads: [
      {
        name: 'owner',
        content: { before: ownerBefore, after: ownerAfter },
        classification: 'person',
      },
      {
        name: 'agent',
        content: { before: before ? restBefore : null, after: restAfter },
        classification: 'facts',
      },
    ],
    time,
  };
}

function changedMembers({ before, after }: AgentChange): string[] {
  const members = Object.keys(after.description) as Array<
    keyof AgentDescription
  >;
  return members
    .filter(
      member =>
        !before ||
        canonicalJson(before.description[member]) !==
          canonicalJson(after.description[member]),
    )
    .sort();
}
