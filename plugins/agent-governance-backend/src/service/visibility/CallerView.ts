import { Caller } from '../Caller';
import { EntityVisibility } from '../types';
import { AgentOwners } from './AgentOwners';
import { entityRefsIn, maskEntityRefs } from './entityRefsIn';
import { LedgerReaders } from './LedgerReaders';

/** What decides whether somebody may see a request. */
export interface Subject {
  id: string;
  agentRef: string;
  targetRef: string;
}

/**
 * As what a caller sees a request (invariant 14):
 *
 * - `own`: it is the agent that asked.
 * - `reader`: they may read its target and its agent in the catalog.
 * - `auditor`: they may read the whole record, and it was noted that they did.
 * - `owner`: they own its agent; the target stays hidden.
 *
 * Whoever sees it as none of these is told that there is no such request.
 */
export type SeenAs = 'own' | 'reader' | 'auditor' | 'owner';

/** What all views of one service share. */
export interface ViewSources {
  visibility: EntityVisibility;
  owners: AgentOwners;
  readers: LedgerReaders;
}

/** What one caller may see, for the length of one call: each entity is asked about once. */
export class CallerView {
  readonly #sources: ViewSources;
  readonly #caller: Caller;
  readonly #operation: string;
  readonly #readable = new Map<string, boolean>();
  #isAuditor?: Promise<boolean>;

  static create(options: {
    sources: ViewSources;
    caller: Caller;
    operation: string;
  }) {
    return new CallerView(options);
  }

  private constructor(options: {
    sources: ViewSources;
    caller: Caller;
    operation: string;
  }) {
    this.#sources = options.sources;
    this.#caller = options.caller;
    this.#operation = options.operation;
    if (options.caller.kind !== 'service') {
      this.#readable.set(options.caller.ref, true);
    }
  }

  /** As what the caller sees each of these; those that are not in the answer do not exist for them. */
  async see(requests: Subject[]): Promise<Map<string, SeenAs>> {
    const seen = new Map<string, SeenAs>();
    if (this.#caller.kind === 'agent') {
      const { ref } = this.#caller;
      requests
        .filter(request => request.agentRef === ref)
        .forEach(({ id }) => seen.set(id, 'own'));
      return seen;
    }

    await this.learn(
      requests.flatMap(({ agentRef, targetRef }) => [agentRef, targetRef]),
    );
    const rest = requests.filter(({ id, agentRef, targetRef }) => {
      const isReader = this.#mayRead(agentRef) && this.#mayRead(targetRef);
      if (isReader) {
        seen.set(id, 'reader');
      }
      return !isReader;
    });
    if (rest.length > 0) {
      await this.#seeByRight(rest, seen);
    }
    return seen;
  }

  /** Whether the caller reads as an auditor; asked and noted once. */
  async isAuditor(reading: { stream?: string; requestId?: string } = {}) {
    this.#isAuditor ??= this.#sources.readers.admits(this.#caller, {
      operation: this.#operation,
      ...reading,
    });
    return this.#isAuditor;
  }

  /** The same document, with entities masked that the caller may not read. */
  async mask<T>(document: T): Promise<T> {
    await this.learn(entityRefsIn(document));
    return maskEntityRefs(document, ref => this.#mayRead(ref));
  }

  /** Entities the caller is shown by another right than the catalog's, such as one that is gone from there. */
  allow(refs: string[]): void {
    refs.forEach(ref => this.#readable.set(ref, true));
  }

  /** Asks in one go about entities that are not known yet. */
  async learn(refs: string[]): Promise<void> {
    const unknown = [...new Set(refs)].filter(ref => !this.#readable.has(ref));
    if (unknown.length === 0) {
      return;
    }
    const readable = await this.#sources.visibility.readable(
      unknown,
      this.#caller,
    );
    unknown.forEach(ref => this.#readable.set(ref, readable.has(ref)));
  }

  async #seeByRight(requests: Subject[], seen: Map<string, SeenAs>) {
    const [first, ...others] = requests;
    const reading = others.length === 0 ? { requestId: first.id } : {};
    if (await this.isAuditor(reading)) {
      requests.forEach(({ id }) => seen.set(id, 'auditor'));
      return;
    }
    const owned = await this.#sources.owners.ownedBy(
      this.#caller,
      requests.map(({ agentRef }) => agentRef),
    );
    requests
      .filter(({ agentRef }) => owned.has(agentRef))
      .forEach(({ id, agentRef }) => {
        seen.set(id, 'owner');
        this.#readable.set(agentRef, true);
      });
  }

  #mayRead(ref: string): boolean {
    return this.#readable.get(ref) ?? false;
  }
}
