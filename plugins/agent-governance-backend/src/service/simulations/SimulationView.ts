import { NotFoundError } from '@backstage/errors';
import { Sight } from '../../decision/DecisionSimulator';
import { PersonCaller } from '../Caller';
import { CallerView, ViewSources } from '../visibility/CallerView';
import { entityRefsIn } from '../visibility/entityRefsIn';

const NOTHING: ReadonlySet<string> = new Set();

/**
 * What one person may see of what they try out: as much as of a request about the same, and of whatever else they name
 * only what they may read.
 */
export class SimulationView implements Sight {
  readonly #sources: ViewSources;
  readonly #caller: PersonCaller;
  readonly #view: CallerView;
  #isAuditor = false;

  static create(options: { sources: ViewSources; caller: PersonCaller }) {
    return new SimulationView(options);
  }

  private constructor(options: { sources: ViewSources; caller: PersonCaller }) {
    this.#sources = options.sources;
    this.#caller = options.caller;
    this.#view = CallerView.create({ ...options, operation: 'simulate' });
  }

  /** @throws NotFoundError with these words, unless they may see requests of this agent about this target */
  async assertSees(
    place: { agentRef: string; targetRef: string },
    otherwise: string,
  ): Promise<void> {
    const id = 'simulation';
    const seenAs = (await this.#view.see([{ id, ...place }])).get(id);
    if (seenAs === undefined || seenAs === 'owner') {
      throw new NotFoundError(otherwise);
    }
    this.#isAuditor = seenAs === 'auditor';
  }

  /** What they wrote themselves is theirs to see, whether or not there is such an entity. */
  allow(refs: string[]): void {
    this.#view.allow(refs);
  }

  async hiddenOf(refs: string[]): Promise<ReadonlySet<string>> {
    if (refs.length === 0 || this.#isAuditor) {
      return NOTHING;
    }
    const all = [...new Set(refs)];
    const readable = await this.#sources.visibility.readable(all, this.#caller);
    return new Set(all.filter(ref => !readable.has(ref)));
  }

  namedIn(document: unknown): string[] {
    return entityRefsIn(document);
  }

  /** The same document as they may see it. */
  async show<T>(document: T): Promise<T> {
    return this.#isAuditor ? document : this.#view.mask(document);
  }
}
