import {
  AskFreezeExceptionInput,
  CreateFreezeInput,
  Freeze,
  FreezeAgenda,
  FreezeAgendaOptions,
  FreezeCalendar,
  FreezeDetails,
  FreezeException,
  FreezeImport,
  FreezePreview,
  FreezeScope,
  FreezeStepInput,
  ImportFreezesInput,
  ListFreezesOptions,
  Page,
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
    query: ListFreezesOptions,
    options: { caller: Caller },
  ): Promise<Page<Freeze>> {
    return this.#mask(await this.#inner.list(query, options), options);
  }

  async agenda(
    query: FreezeAgendaOptions,
    options: { caller: Caller },
  ): Promise<FreezeAgenda> {
    return this.#mask(await this.#inner.agenda(query, options), options);
  }

  async get(id: string, options: { caller: Caller }): Promise<FreezeDetails> {
    return this.#mask(await this.#inner.get(id, options), options);
  }

  async may(
    scope: FreezeScope,
    options: { caller: PersonCaller },
  ): Promise<{ allowed: boolean; because: string }> {
    return this.#mask(await this.#inner.may(scope, options), options);
  }

  async preview(
    input: CreateFreezeInput,
    options: { caller: PersonCaller },
  ): Promise<FreezePreview> {
    return this.#mask(await this.#inner.preview(input, options), options);
  }

  async create(
    input: CreateFreezeInput,
    options: { caller: PersonCaller },
  ): Promise<Freeze> {
    return this.#mask(await this.#inner.create(input, options), options);
  }

  async end(
    id: string,
    input: FreezeStepInput,
    options: { caller: PersonCaller },
  ): Promise<Freeze> {
    return this.#mask(await this.#inner.end(id, input, options), options);
  }

  async askException(
    freezeId: string,
    input: AskFreezeExceptionInput,
    options: { caller: PersonCaller },
  ): Promise<FreezeException> {
    return this.#mask(
      await this.#inner.askException(freezeId, input, options),
      options,
    );
  }

  async approveException(
    freezeId: string,
    exceptionId: string,
    input: FreezeStepInput,
    options: { caller: PersonCaller },
  ): Promise<FreezeException> {
    return this.#mask(
      await this.#inner.approveException(freezeId, exceptionId, input, options),
      options,
    );
  }

  async endException(
    freezeId: string,
    exceptionId: string,
    input: FreezeStepInput,
    options: { caller: PersonCaller },
  ): Promise<FreezeException> {
    return this.#mask(
      await this.#inner.endException(freezeId, exceptionId, input, options),
      options,
    );
  }

  async import(
    input: ImportFreezesInput,
    options: { caller: PersonCaller },
  ): Promise<FreezeImport> {
    return this.#mask(await this.#inner.import(input, options), options);
  }

  async calendars(options: {
    caller: PersonCaller;
  }): Promise<FreezeCalendar[]> {
    return this.#mask(await this.#inner.calendars(options), options);
  }

  async #mask<T>(answer: T, options: { caller: Caller }): Promise<T> {
    return CallerView.create({
      sources: this.#sources,
      caller: options.caller,
      operation: 'freeze',
    }).mask(answer);
  }
}
