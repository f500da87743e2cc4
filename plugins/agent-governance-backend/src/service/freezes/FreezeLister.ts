import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Freeze,
  ListFreezesOptions,
  MASKED_ENTITY_REF,
  Page,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { EntityContainers } from '../../facts/EntityContainers';
import { coversTarget } from '../../facts/freezes/covers';
import { FreezeStore, StoredFreeze } from '../../store/FreezeStore';
import { decodeCursor, encodeCursor } from '../../store/cursor';
import { Caller } from '../Caller';
import { parseLimit } from '../input/parseLimit';
import { parseRef } from '../input/parseRef';
import { readEntityAs } from '../readEntityAs';
import { FreezeFinder } from './FreezeFinder';
import { FreezeReaders } from './FreezeReaders';

const BATCH = 100;
/** Then a page goes out half full, with a cursor: nobody waits for what they may not see. */
const MAX_BATCHES = 10;

interface Options {
  store: Pick<FreezeStore, 'list'>;
  finder: FreezeFinder;
  readers: FreezeReaders;
  catalog: CatalogService;
  containers: EntityContainers;
  now: () => Date;
}

/** What freezes are looked for: those that cover one entity. */
export interface CoveredEntity {
  /** The entity and everything around it. */
  refs: string[];
  /** Whether a freeze over one of these means the entity. */
  isMeant(freeze: StoredFreeze): boolean;
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
  async list(
    query: ListFreezesOptions,
    options: { caller: Caller },
  ): Promise<Page<Freeze>> {
    const limit = parseLimit(query.limit);
    const now = this.#options.now();
    let after =
      query.cursor === undefined ? undefined : decodeCursor(query.cursor).after;
    const covered = await this.covered(query.covering, options.caller);
    const items: Freeze[] = [];
    for (let batch = 0; batch < MAX_BATCHES; batch++) {
      const rows = await this.#options.store.list({
        covering: covered?.refs,
        state: query.state,
        now,
        after,
        limit: BATCH,
      });
      const shown = await this.show(rows, { caller: options.caller, covered });
      const freezes = await this.#options.finder.presentWithExceptions(
        shown,
        now,
      );
      items.push(
        ...freezes.filter(({ state }) => query.state?.includes(state) ?? true),
      );
      if (items.length > limit || rows.length < BATCH) {
        return toPage(items, limit);
      }
      after = rows[rows.length - 1].id;
    }
    return {
      ...toPage(items, limit),
      nextCursor: encodeCursor({ after: String(after), order: 'newest' }),
    };
  }

  /** @throws InputError naming the field; NotFoundError when it may not be read */
  async covered(
    covering: string | undefined,
    caller: Caller,
  ): Promise<CoveredEntity | undefined> {
    if (covering === undefined) {
      return undefined;
    }
    const entity = await readEntityAs({
      catalog: this.#options.catalog,
      ref: parseRef(covering, 'covering'),
      credentials: caller.credentials,
    });
    return {
      refs: await this.#options.containers.of(entity),
      isMeant: ({ scope }) => coversTarget(scope.targets, entity),
    };
  }

  /** What of these somebody is shown. */
  async show(
    freezes: StoredFreeze[],
    options: { caller: Caller; covered?: CoveredEntity },
  ): Promise<StoredFreeze[]> {
    const { caller, covered } = options;
    const meant = covered
      ? freezes.filter(freeze => covered.isMeant(freeze))
      : freezes;
    const readable = await this.#options.readers.readable(meant, caller);
    return meant.flatMap(freeze => {
      if (readable.has(freeze.id)) {
        return [freeze];
      }
      const scope = { ...freeze.scope, entityRef: MASKED_ENTITY_REF };
      return covered ? [{ ...freeze, scope }] : [];
    });
  }
}

function toPage(freezes: Freeze[], limit: number): Page<Freeze> {
  const items = freezes.slice(0, limit);
  const last = items[items.length - 1];
  return freezes.length > limit
    ? { items, nextCursor: encodeCursor({ after: last.id, order: 'newest' }) }
    : { items };
}
