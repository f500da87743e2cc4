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
import { FreezeCalendars } from '../../facts/freezes/FreezeCalendars';
import { GovernanceConfig } from '../../GovernanceConfig';
import { Caller, PersonCaller } from '../Caller';
import { FreezeService } from '../types';
import { FreezeAgendaReader } from './FreezeAgendaReader';
import { FreezeAuthority } from './FreezeAuthority';
import { FreezeDesk } from './FreezeDesk';
import { FreezeDetailReader } from './FreezeDetailReader';
import { FreezeExceptionDesk } from './FreezeExceptionDesk';
import { FreezeImporter } from './FreezeImporter';
import { FreezeLister } from './FreezeLister';
import { parseFreezeScope } from './parseFreezeScope';

interface Options {
  authority: FreezeAuthority;
  lister: FreezeLister;
  agenda: FreezeAgendaReader;
  details: FreezeDetailReader;
  desk: FreezeDesk;
  exceptions: FreezeExceptionDesk;
  importer: FreezeImporter;
  calendars: FreezeCalendars;
  config: Pick<GovernanceConfig, 'environments'>;
  now: () => Date;
}

/**
 * Sets, ends and lists freezes, and everything around them. Who may is decided by ownership, asked anew each time; what
 * a person may not read does not exist for them.
 */
export class DefaultFreezeService implements FreezeService {
  readonly #options: Options;

  static create(options: Options) {
    return new DefaultFreezeService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    query: ListFreezesOptions,
    options: { caller: Caller },
  ): Promise<Page<Freeze>> {
    return this.#options.lister.list(query, options);
  }

  async agenda(
    query: FreezeAgendaOptions,
    options: { caller: Caller },
  ): Promise<FreezeAgenda> {
    return this.#options.agenda.read(query, options);
  }

  async get(id: string, options: { caller: Caller }): Promise<FreezeDetails> {
    return this.#options.details.read(id, options);
  }

  async may(
    scope: FreezeScope,
    options: { caller: PersonCaller },
  ): Promise<{ allowed: boolean; because: string }> {
    const { authority, config } = this.#options;
    const parsed = parseFreezeScope(scope, config.environments);
    return authority.judge(parsed, options.caller);
  }

  async preview(
    input: CreateFreezeInput,
    options: { caller: PersonCaller },
  ): Promise<FreezePreview> {
    return this.#options.details.preview(input, options.caller);
  }

  async create(
    input: CreateFreezeInput,
    options: { caller: PersonCaller },
  ): Promise<Freeze> {
    return this.#options.desk.create(input, options.caller);
  }

  async end(
    id: string,
    input: FreezeStepInput,
    options: { caller: PersonCaller },
  ): Promise<Freeze> {
    return this.#options.desk.end(id, input, options.caller);
  }

  async askException(
    freezeId: string,
    input: AskFreezeExceptionInput,
    options: { caller: PersonCaller },
  ): Promise<FreezeException> {
    return this.#options.exceptions.ask(freezeId, input, options.caller);
  }

  async approveException(
    freezeId: string,
    exceptionId: string,
    input: FreezeStepInput,
    options: { caller: PersonCaller },
  ): Promise<FreezeException> {
    const { exceptions } = this.#options;
    return exceptions.approve(freezeId, exceptionId, input, options.caller);
  }

  async endException(
    freezeId: string,
    exceptionId: string,
    input: FreezeStepInput,
    options: { caller: PersonCaller },
  ): Promise<FreezeException> {
    const { exceptions } = this.#options;
    return exceptions.end(freezeId, exceptionId, input, options.caller);
  }

  async import(
    input: ImportFreezesInput,
    options: { caller: PersonCaller },
  ): Promise<FreezeImport> {
    return this.#options.importer.import(input, options.caller);
  }

  async calendars(): Promise<FreezeCalendar[]> {
    return this.#options.calendars.list(this.#options.now());
  }
}
