import { RawLedgerEntry } from '@agentgov/backstage-plugin-agent-governance-common/ledger';
import { LedgerReader } from '../../ledger/LedgerReader';

/**
 * The entries of one stream, and behind them those of the delegations it names: without them nobody could tell that
 * what was done under one was delegated.
 */
export async function* withDelegations(
  reader: Pick<LedgerReader, 'stored'>,
  stream: string,
): AsyncGenerator<RawLedgerEntry> {
  const delegations = new Set<string>();
  for await (const entry of reader.stored({ stream })) {
    const id = delegationIn(entry);
    if (id !== undefined) {
      delegations.add(`delegation:${id}`);
    }
    yield entry;
  }
  delegations.delete(stream);
  for (const delegation of delegations) {
    yield* reader.stored({ stream: delegation });
  }
}

/** Whatever the bytes are, it is for the verifier to say what is wrong with them. */
function delegationIn({ bytes }: RawLedgerEntry): string | undefined {
  try {
    const { body } = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof body.delegationId === 'string'
      ? body.delegationId
      : undefined;
  } catch {
    return undefined;
  }
}
