import {
  LedgerEntryView,
  LedgerVerification,
  Page,
  PageOptions,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { verifyLedger } from '@agentgov/backstage-plugin-agent-governance-common/ledger';
import { LedgerReader } from '../../ledger/LedgerReader';
import { decodeCursor, encodeCursor } from '../../store/cursor';
import { LedgerService } from '../types';
import { withDelegations } from './withDelegations';

const DEFAULT_LIMIT = 20;

/** The record, listed and checked. Checking shares nothing with writing but the format. */
export class DefaultLedgerService implements LedgerService {
  readonly #reader: LedgerReader;

  static create(options: { reader: LedgerReader }) {
    return new DefaultLedgerService(options);
  }

  private constructor(options: { reader: LedgerReader }) {
    this.#reader = options.reader;
  }

  async list(
    query: PageOptions & { stream?: string },
  ): Promise<Page<LedgerEntryView>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const found = await this.#reader.list({
      stream: query.stream,
      limit: limit + 1,
      ...(query.cursor && { after: decodeCursor(query.cursor).after }),
    });
    const items = found.slice(0, limit);
    return {
      items,
      ...(found.length > limit && {
        nextCursor: encodeCursor({
          after: items[items.length - 1].envelope.id,
          order: 'newest',
        }),
      }),
    };
  }

  /** Of one stream, together with what it rests on. */
  async verify({ stream }: { stream?: string }): Promise<LedgerVerification> {
    return verifyLedger(
      stream === undefined
        ? this.#reader.stored({})
        : withDelegations(this.#reader, stream),
    );
  }
}
