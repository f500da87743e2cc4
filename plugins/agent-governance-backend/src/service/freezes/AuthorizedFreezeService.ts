import {
  CreateFreezeInput,
  Freeze,
  FreezeScope,
  Page,
  PageOptions,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Caller, PersonCaller } from '../Caller';
import { FreezeService } from '../types';
import { CallerView, ViewSources } from '../visibility/CallerView';

/**
 * Masks whom the caller may not read in freezes: who owns one, who set it, who ended it.
 *
 * Which freezes they may see at all, and what they may do, is decided by ownership in the service it wraps.
 */
export class AuthorizedFreezeService implements FreezeService {
  readonly #inner: FreezeService;
  readonly #sources: ViewSources;

  static create(options: { freezes: FreezeService; sources: ViewSources }) {
    return new AuthorizedFreezeService(options);
  }

  private constructor(options: {
    freezes: FreezeService;
    sources: ViewSources;
  }) {
    this.#inner = options.freezes;
    this.#sources = options.sources;
  }

  async list(
    query: PageOptions & { covering?: string; state?: Array<Freeze['state']> },
    options: { caller: Caller },
  ): Promise<Page<Freeze>> {
    return this.#mask(await this.#inner.list(query, options), options.caller);
  }

  async may(
    scope: FreezeScope,
    options: { caller: PersonCaller },
  ): Promise<{ allowed: boolean; because: string }> {
    return this.#mask(await this.#inner.may(scope, options), options.caller);
  }

  async create(
    input: CreateFreezeInput,
    options: { caller: PersonCaller },
  ): Promise<Freeze> {
    return this.#mask(await this.#inner.create(input, options), options.caller);
  }

  async end(
    id: string,
    input: { revision: number; comment?: string },
    options: { caller: PersonCaller },
  ): Promise<Freeze> {
    return this.#mask(
      await this.#inner.end(id, input, options),
      options.caller,
    );
  }

  async #mask<T>(answer: T, caller: Caller): Promise<T> {
    return CallerView.create({
      sources: this.#sources,
      caller,
      operation: 'freeze',
    }).mask(answer);
  }
}
