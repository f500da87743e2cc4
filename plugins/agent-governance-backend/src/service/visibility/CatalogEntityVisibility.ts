import { stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { normaliseRef } from '../../facts/normaliseRef';
import { Caller } from '../Caller';
import { EntityVisibility } from '../types';

/** Keeps one request to the catalog well below the size it accepts. */
const BATCH = 200;

/**
 * Asks the catalog, with the caller's own credentials, what they may read: whatever hides an entity there hides it
 * here, and one that does not exist looks the same.
 */
export class CatalogEntityVisibility implements EntityVisibility {
  readonly #catalog: CatalogService;

  static create(options: { catalog: CatalogService }) {
    return new CatalogEntityVisibility(options);
  }

  private constructor(options: { catalog: CatalogService }) {
    this.#catalog = options.catalog;
  }

  /** @throws ServiceUnavailableError when the catalog cannot answer: that is never "readable", and never "hidden". */
  async readable(refs: string[], caller: Caller): Promise<Set<string>> {
    const spellings = new Map<string, string[]>();
    for (const ref of new Set(refs)) {
      const full = normaliseRef(ref);
      if (full) {
        spellings.set(full, [...(spellings.get(full) ?? []), ref]);
      }
    }
    const asked = [...spellings.keys()];
    const batches = Array.from(
      { length: Math.ceil(asked.length / BATCH) },
      (_, index) => asked.slice(index * BATCH, (index + 1) * BATCH),
    );
    try {
      const found = await Promise.all(
        batches.map(batch => this.#ask(batch, caller)),
      );
      return new Set(found.flat().flatMap(ref => spellings.get(ref) ?? []));
    } catch (error) {
      throw new ServiceUnavailableError('The catalog did not answer', error);
    }
  }

  async #ask(entityRefs: string[], caller: Caller): Promise<string[]> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata.namespace', 'metadata.name'] },
      { credentials: caller.credentials },
    );
    return items.flatMap(entity =>
      entity ? [stringifyEntityRef(entity)] : [],
    );
  }
}
