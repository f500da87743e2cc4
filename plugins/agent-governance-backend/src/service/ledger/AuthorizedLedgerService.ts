import { NotAllowedError } from '@backstage/errors';
import {
  LedgerEntryView,
  LedgerVerification,
  Page,
  PageOptions,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Caller } from '../Caller';
import { findRequest, noSuchRequest } from '../requests/noSuchRequest';
import { ActionRequestService, LedgerService } from '../types';
import {
  CallerView,
  SeenAs,
  Subject,
  ViewSources,
} from '../visibility/CallerView';
import { hideName, withholdPayloads } from '../visibility/hideTarget';

const REQUEST_STREAM = /^action-request:(.+)$/;

/** How somebody got to see a stream. */
type Access =
  | { seenAs: 'auditor' }
  | {
      seenAs: Exclude<SeenAs, 'auditor'>;
      view: CallerView;
      request: Subject;
    };

/**
 * Lets auditors read the whole record, and everybody else the streams of requests they may see (invariant 14).
 *
 * What an entry commits to is shown to those who may read target and agent, and withheld from the agent itself and
 * from owners who may not read the target.
 */
export class AuthorizedLedgerService implements LedgerService {
  readonly #inner: LedgerService;
  readonly #actionRequests: ActionRequestService;
  readonly #sources: ViewSources;

  static create(options: {
    ledger: LedgerService;
    /** The plain one, to look up what a stream is about. */
    actionRequests: ActionRequestService;
    sources: ViewSources;
  }) {
    return new AuthorizedLedgerService(options);
  }

  private constructor(options: {
    ledger: LedgerService;
    actionRequests: ActionRequestService;
    sources: ViewSources;
  }) {
    this.#inner = options.ledger;
    this.#actionRequests = options.actionRequests;
    this.#sources = options.sources;
  }

  async list(
    query: PageOptions & { stream?: string },
    options: { caller: Caller },
  ): Promise<Page<LedgerEntryView>> {
    const access = await this.#access(query, options.caller, 'ledger-list');
    const page = await this.#inner.list(query, options);
    switch (access.seenAs) {
      case 'auditor':
        return page;
      case 'reader':
        return access.view.mask(page);
      default:
        return this.#hide(
          { ...page, items: page.items.map(withholdPayloads) },
          access,
        );
    }
  }

  async verify(
    query: { stream?: string },
    options: { caller: Caller },
  ): Promise<LedgerVerification> {
    const access = await this.#access(query, options.caller, 'ledger-verify');
    const verification = await this.#inner.verify(query, options);
    return access.seenAs === 'auditor'
      ? verification
      : this.#hide(verification, access);
  }

  async #hide<T>(
    document: T,
    access: Exclude<Access, { seenAs: 'auditor' }>,
  ): Promise<T> {
    const masked = await access.view.mask(document);
    return access.seenAs === 'owner'
      ? hideName(masked, access.request.targetRef)
      : masked;
  }

  async #access(
    { stream }: { stream?: string },
    caller: Caller,
    operation: string,
  ): Promise<Access> {
    const view = CallerView.create({
      sources: this.#sources,
      caller,
      operation,
    });
    const id = stream && REQUEST_STREAM.exec(stream)?.[1];
    if (!id) {
      if (await view.isAuditor({ stream })) {
        return { seenAs: 'auditor' };
      }
      throw new NotAllowedError(
        'Only auditors read the whole record: name the stream of a request that you may see',
      );
    }
    const request: Subject = await findRequest(id, () =>
      this.#actionRequests.get(id, { caller }),
    );
    const seenAs = (await view.see([request])).get(id);
    if (!seenAs) {
      throw noSuchRequest(id);
    }
    return seenAs === 'auditor' ? { seenAs } : { seenAs, view, request };
  }
}
