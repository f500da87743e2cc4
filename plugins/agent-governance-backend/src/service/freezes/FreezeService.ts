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

/** Times in which nothing may change. Who may is decided here, by ownership. */
export interface FreezeService {
  list(
    query: ListFreezesOptions,
    options: { caller: Caller },
  ): Promise<Page<Freeze>>;
  agenda(
    query: FreezeAgendaOptions,
    options: { caller: Caller },
  ): Promise<FreezeAgenda>;
  get(id: string, options: { caller: Caller }): Promise<FreezeDetails>;
  may(
    scope: FreezeScope,
    options: { caller: PersonCaller },
  ): Promise<{ allowed: boolean; because: string }>;
  preview(
    input: CreateFreezeInput,
    options: { caller: PersonCaller },
  ): Promise<FreezePreview>;
  create(
    input: CreateFreezeInput,
    options: { caller: PersonCaller },
  ): Promise<Freeze>;
  end(
    id: string,
    input: FreezeStepInput,
    options: { caller: PersonCaller },
  ): Promise<Freeze>;
  askException(
    freezeId: string,
    input: AskFreezeExceptionInput,
    options: { caller: PersonCaller },
  ): Promise<FreezeException>;
  approveException(
    freezeId: string,
    exceptionId: string,
    input: FreezeStepInput,
    options: { caller: PersonCaller },
  ): Promise<FreezeException>;
  endException(
    freezeId: string,
    exceptionId: string,
    input: FreezeStepInput,
    options: { caller: PersonCaller },
  ): Promise<FreezeException>;
  import(
    input: ImportFreezesInput,
    options: { caller: PersonCaller },
  ): Promise<FreezeImport>;
  calendars(options: { caller: PersonCaller }): Promise<FreezeCalendar[]>;
}
