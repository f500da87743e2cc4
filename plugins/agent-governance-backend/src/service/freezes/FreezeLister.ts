import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Freeze,
  MASKED_ENTITY_REF,
  Page,
  PageOptions,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { EntityContainers } from '../../facts/EntityContainers';
import { freezeState } from '../../facts/freezes/freezeState';
import { FreezeStore, StoredFreeze } from '../../store/FreezeStore';
import { decodeCursor, encodeCursor } from '../../store/cursor';
import { Caller } from '../Caller';
import { parseLimit } from '../input/parseLimit';
import { parseRef } from '../input/parseRef';
import { readEntityAs } from '../readEntityAs';
import { EntityVisibility } from '../types';

const BATCH = 100;
/** Then a page goes out half full, with a cursor: nobody waits for what they may not see. */
const MAX_BATCHES = 10;

interface Options {
  store: FreezeStore;
  catalog: CatalogService;
  containers: EntityContainers;
  visibility: EntityVisibility;
  now: () => Date;
}

interface Query extends PageOptions {
  covering?: string;
  state?: Array<Freeze['state']>;
}

/**
 * Lists freezes as far as somebody may see them.
 *
 * A freeze of an entity they may not read is left out and the page filled with others. Where they
 * ask what covers an entity of theirs it stays, because it stops them, and the other's name goes.
 */
export class FreezeLister {
  readonly #options: Options;

  static create(options: Options) {
    return new FreezeLister(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @throws InputError naming the field; NotFoundError when `covering` may not be read */
  async list(query: Query, options: { caller: Caller }): Promise<Page<Freeze>> {
    const limit = parseLimit(query.limit);
    const now = this.#options.now();
    let after =
      query.cursor === undefined ? undefined : decodeCursor(query.cursor).after;
    const covering = await this.#around(query.covering, options.caller);
    const items: StoredFreeze[] = [];
    for (let batch = 0; batch < MAX_BATCHES; batch++) {
      const rows = await this.#options.store.list({
        covering,
        state: query.state,
        now,
        after,
        limit: BATCH,
      });
      const shown = await this.#show(rows, {
        caller: options.caller,
        mask: covering !== undefined,
      });
      items.push(...shown);
      if (items.length > limit || rows.length < BATCH) {
        return toPage(items, { limit, now });
      }
      after = rows[rows.length - 1].id;
    }
    return {
      ...toPage(items, { limit, now }),
      nextCursor: encodeCursor({ after: String(after), order: 'newest' }),
    };
  }

  async #around(covering: string | undefined, caller: Caller) {
    if (covering === undefined) {
      return undefined;
    }
    const entity = await readEntityAs({
      catalog: this.#options.catalog,
      ref: parseRef(covering, 'covering'),
      credentials: caller.credentials,
    });
    return this.#options.containers.of(entity);
  }

  async #show(
    freezes: StoredFreeze[],
    options: { caller: Caller; mask: boolean },
  ): Promise<StoredFreeze[]> {
    const refs = freezes.flatMap(({ scope }) => scope.entityRef ?? []);
    const readable =
      refs.length === 0
        ? new Set<string>()
        : await this.#options.visibility.readable(
            [...new Set(refs)],
            options.caller,
          );
    return freezes.flatMap(freeze => {
      const { entityRef } = freeze.scope;
      if (entityRef === undefined || readable.has(entityRef)) {
        return [freeze];
      }
      const scope = { ...freeze.scope, entityRef: MASKED_ENTITY_REF };
      return options.mask ? [{ ...freeze, scope }] : [];
    });
  }
}

function toPage(
  freezes: StoredFreeze[],
  options: { limit: number; now: Date },
): Page<Freeze> {
  const page = freezes.slice(0, options.limit);
  const items = page.map(freeze => ({
    ...freeze,
    state: freezeState(freeze, options.now),
  }));
  const last = page[page.length - 1];
  return freezes.length > options.limit
    ? { items, nextCursor: encodeCursor({ after: last.id, order: 'newest' }) }
    : { items };
}
