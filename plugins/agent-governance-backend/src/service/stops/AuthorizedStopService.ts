import {
  Page,
  PullStopInput,
  ReleaseStopInput,
  Stop,
  StopDetails,
  StopPreview,
  StopScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Caller, PersonCaller } from '../Caller';
import { StopService } from '../types';
import { CallerView, ViewSources } from '../visibility/CallerView';
import { StopQuery } from './StopLister';

/**
 * Masks whom the caller may not read in stops: what one brakes, who pulled it, who agreed to its release.
 *
 * Which stops they may see at all, and what they may do, is decided by ownership in the service it wraps.
 */
export class AuthorizedStopService implements StopService {
  readonly #inner: StopService;
  readonly #sources: ViewSources;

  static create(options: { stops: StopService; sources: ViewSources }) {
    return new AuthorizedStopService(options);
  }

  private constructor(options: { stops: StopService; sources: ViewSources }) {
    this.#inner = options.stops;
    this.#sources = options.sources;
  }

  async list(
    query: StopQuery,
    options: { caller: Caller },
  ): Promise<Page<Stop>> {
    return this.#mask(await this.#inner.list(query, options), options.caller);
  }

  async get(
    id: string,
    options: { caller: PersonCaller },
  ): Promise<StopDetails> {
    return this.#mask(await this.#inner.get(id, options), options.caller);
  }

  async preview(
    scope: StopScope,
    options: { caller: PersonCaller },
  ): Promise<StopPreview> {
    return this.#mask(
      await this.#inner.preview(scope, options),
      options.caller,
    );
  }

  async pull(
    input: PullStopInput,
    options: { caller: PersonCaller },
  ): Promise<Stop> {
    return this.#mask(await this.#inner.pull(input, options), options.caller);
  }

  async release(
    id: string,
    input: ReleaseStopInput,
    options: { caller: PersonCaller },
  ): Promise<Stop> {
    return this.#mask(
      await this.#inner.release(id, input, options),
      options.caller,
    );
  }

  async #mask<T>(answer: T, caller: Caller): Promise<T> {
    return CallerView.create({
      sources: this.#sources,
      caller,
      operation: 'stop',
    }).mask(answer);
  }
}
