import { NotFoundError } from '@backstage/errors';
import { StoredFreeze } from '../../store/FreezeStore';
import { Caller } from '../Caller';
import { EntityVisibility } from '../types';

/** Who may see a freeze: whoever may read the entity it names, and everybody where it names none. */
export class FreezeReaders {
  readonly #visibility: EntityVisibility;

  static create(options: { visibility: EntityVisibility }) {
    return new FreezeReaders(options);
  }

  private constructor(options: { visibility: EntityVisibility }) {
    this.#visibility = options.visibility;
  }

  /** Those of these freezes that somebody may see, by id. */
  async readable(
    freezes: StoredFreeze[],
    caller: Caller,
  ): Promise<Set<string>> {
    const refs = freezes.flatMap(({ scope }) => scope.entityRef ?? []);
    const readable =
      refs.length === 0
        ? new Set<string>()
        : await this.#visibility.readable([...new Set(refs)], caller);
    return new Set(
      freezes
        .filter(
          ({ scope }) =>
            scope.entityRef === undefined || readable.has(scope.entityRef),
        )
        .map(({ id }) => id),
    );
  }

  /** @throws NotFoundError as if there were none */
  async assertMayRead(freeze: StoredFreeze, caller: Caller): Promise<void> {
    const readable = await this.readable([freeze], caller);
    if (!readable.has(freeze.id)) {
      throw new NotFoundError('There is no such freeze');
    }
  }
}
