import {
  ContextReportInput,
  ContextSignOff,
  ContextSnapshot,
  SignOffInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Caller, PersonCaller, ServiceCaller } from '../Caller';
import { ContextService } from '../types';
import { CallerView, ViewSources } from '../visibility/CallerView';

/**
 * Masks whom the caller may not read in what is known about an entity.
 *
 * Whether they may read the entity itself is asked by the service it wraps, which reads it with their credentials.
 * Values stay as they are: an agent quotes them by digest, and a person signs them off by it.
 */
export class AuthorizedContextService implements ContextService {
  readonly #inner: ContextService;
  readonly #sources: ViewSources;

  static create(options: { context: ContextService; sources: ViewSources }) {
    return new AuthorizedContextService(options);
  }

  private constructor(options: {
    context: ContextService;
    sources: ViewSources;
  }) {
    this.#inner = options.context;
    this.#sources = options.sources;
  }

  async get(
    entityRef: string,
    options: { caller: Caller },
  ): Promise<ContextSnapshot> {
    const snapshot = await this.#inner.get(entityRef, options);
    const view = CallerView.create({
      sources: this.#sources,
      caller: options.caller,
      operation: 'context-get',
    });
    await view.learn([snapshot.entityRef]);
    const { freezes, signOffs } = await view.mask({
      freezes: snapshot.freezes,
      signOffs: snapshot.facts.map(({ signOff }) => signOff),
    });
    return {
      ...snapshot,
      freezes,
      facts: snapshot.facts.map((fact, index) => ({
        ...fact,
        ...(signOffs[index] && { signOff: signOffs[index] }),
      })),
    };
  }

  async report(
    input: ContextReportInput,
    options: { caller: ServiceCaller },
  ): Promise<{ accepted: number }> {
    return this.#inner.report(input, options);
  }

  async signOff(
    entityRef: string,
    input: SignOffInput,
    options: { caller: PersonCaller },
  ): Promise<ContextSignOff> {
    return this.#inner.signOff(entityRef, input, options);
  }
}
