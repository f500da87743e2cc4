import {
  Freeze,
  FreezeAgenda,
  FreezeCalendar,
  FreezeDetails,
  FreezeException,
  FreezeImport,
  FreezePreview,
  FreezeScope,
} from '../model';
import {
  AskFreezeExceptionInput,
  CreateFreezeInput,
  FreezeAgendaOptions,
  FreezesApi,
  FreezeStepInput,
  ImportFreezesInput,
  ListFreezesOptions,
} from './FreezesApi';
import { Page } from './Page';
import { PortalRequests } from './PortalRequests';

/** {@link FreezesApi} over HTTP. @public */
export class FreezesClient implements FreezesApi {
  readonly #portal: PortalRequests;

  protected constructor(portal: PortalRequests) {
    this.#portal = portal;
  }

  listFreezes(options: ListFreezesOptions = {}): Promise<Page<Freeze>> {
    return this.#portal.request('GET', '/v1/freezes', {
      query: { ...options },
    });
  }

  getFreezeAgenda(options: FreezeAgendaOptions): Promise<FreezeAgenda> {
    return this.#portal.request('GET', '/v1/freezes/agenda', {
      query: { ...options },
    });
  }

  getFreeze(id: string): Promise<FreezeDetails> {
    return this.#portal.request('GET', freezePath(id));
  }

  mayFreeze(
    scope: Pick<FreezeScope, 'entityRef' | 'environments'>,
  ): Promise<{ allowed: boolean; because: string }> {
    const { entityRef, environments } = scope;
    return this.#portal.request('GET', '/v1/freezes/permission', {
      query: { entityRef, environments },
    });
  }

  previewFreeze(input: CreateFreezeInput): Promise<FreezePreview> {
    return this.#portal.request('POST', '/v1/freezes/preview', { body: input });
  }

  createFreeze(input: CreateFreezeInput): Promise<Freeze> {
    return this.#portal.request('POST', '/v1/freezes', { body: input });
  }

  endFreeze(id: string, input: FreezeStepInput): Promise<Freeze> {
    return this.#portal.request('POST', `${freezePath(id)}/end`, {
      body: input,
    });
  }

  askFreezeException(
    freezeId: string,
    input: AskFreezeExceptionInput,
  ): Promise<FreezeException> {
    return this.#portal.request('POST', `${freezePath(freezeId)}/exceptions`, {
      body: input,
    });
  }

  approveFreezeException(
    freezeId: string,
    exceptionId: string,
    input: FreezeStepInput,
  ): Promise<FreezeException> {
    const path = exceptionPath(freezeId, exceptionId);
    return this.#portal.request('POST', `${path}/approve`, { body: input });
  }

  endFreezeException(
    freezeId: string,
    exceptionId: string,
    input: FreezeStepInput,
  ): Promise<FreezeException> {
    const path = exceptionPath(freezeId, exceptionId);
    return this.#portal.request('POST', `${path}/end`, { body: input });
  }

  importFreezes(input: ImportFreezesInput): Promise<FreezeImport> {
    return this.#portal.request('POST', '/v1/freezes/import', { body: input });
  }

  async listFreezeCalendars(): Promise<FreezeCalendar[]> {
    return this.#portal.items('/v1/freezes/calendars');
  }
}

function freezePath(id: string): string {
  return `/v1/freezes/${encodeURIComponent(id)}`;
}

function exceptionPath(freezeId: string, exceptionId: string): string {
  return `${freezePath(freezeId)}/exceptions/${encodeURIComponent(
    exceptionId,
  )}`;
}
