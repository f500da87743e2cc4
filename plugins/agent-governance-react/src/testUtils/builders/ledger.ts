import { LedgerEntryView } from '@agentgov/backstage-plugin-agent-governance-common';
import { ASKED_AT, digest } from './world';

/** An entry of the ledger. @public */
export function aLedgerEntry(
  overrides: Partial<LedgerEntryView['envelope']> & { leafHash?: string } = {},
): LedgerEntryView {
  const { leafHash = digest('leaf'), ...envelope } = overrides;
  return {
    envelope: {
      schemaVersion: 1,
      id: '019a9f00-0000-7000-8000-000000000001',
      time: ASKED_AT,
      stream: 'action-request:req-1',
      streamIndex: 0,
      previous: null,
      type: 'action-request.decided',
      body: { verdict: 'hold', reason: 'granted', decisionId: 'req-1-d1' },
      payloads: [{ name: 'input', commitment: digest('input') }],
      ...envelope,
    },
    leafHash,
    leafIndex: null,
    payloads: [
      { name: 'input', state: 'present', content: { version: '2.4.1' } },
    ],
  };
}
