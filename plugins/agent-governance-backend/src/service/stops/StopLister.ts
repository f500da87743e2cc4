import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Page,
  PageOptions,
  RELATION_OPERATED_BY,
  Stop,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { EntityContainers } from '../../facts/EntityContainers';
import { relatedRefs } from '../../facts/relations';
import { decodeCursor, encodeCursor } from '../../store/cursor';
import { StopStore, StoredStop } from '../../store/StopStore';
import { Caller } from '../Caller';
import { parseLimit } from '../input/parseLimit';
import { parseRef } from '../input/parseRef';
import { readEntityAs } from '../readEntityAs';
import { EntityVisibility } from '../types';

const BATCH = 100;
/** Then a page goes out half full, with a cursor: nobody waits for what they may not see. */
const MAX_BATCHES = 10;

interface Options {
  store: StopStore;
  catalog: CatalogService;
  containers: EntityContainers;
  visibility: EntityVisibility;
}

/** What to list: all, or what is felt on the page of one entity. */
export interface StopQuery extends PageOptions {
  state?: Stop['state'];
  covering?: string;
}

type Filter = (stops: StoredStop[]) => Promise<StoredStop[]>;

/**
 * Lists stops as far as somebody may see them.
 *
 * A stop of something they may not read is left out and the page filled with others. Where they ask what covers an
 * entity of theirs it stays, because it brakes what happens there; what it names is masked by whoever shows it.
 */
export class StopLister {
  readonly #options: Options;

  static create(options: Options) {
    return new StopLister(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @throws InputError naming the field; NotFoundError when `covering` may not be read */
  async list(
    query: StopQuery,
    options: { caller: Caller },
  ): Promise<Page<StoredStop>> {
    const limit = parseLimit(query.limit);
    let after =
      query.cursor === undefined ? undefined : decodeCursor(query.cursor).after;
    const filter =
      query.covering === undefined
        ? this.#readable(options.caller)
        : await this.#covering(query.covering, options.caller);
    const items: StoredStop[] = [];
    for (let batch = 0; batch < MAX_BATCHES; batch++) {
      const rows = await this.#options.store.list({
        state: query.state,
        after,
        limit: BATCH,
      });
      items.push(...(await filter(rows)));
      if (items.length > limit || rows.length < BATCH) {
        return toPage(items, limit);
      }
      after = rows[rows.length - 1].id;
    }
    return {
      items: items.slice(0, limit),
      nextCursor: encodeCursor({ after: String(after), order: 'newest' }),
    };
  }

  /** Whether somebody may see a stop: they may read everything it names. */
  async sees(stop: StoredStop, caller: Caller): Promise<boolean> {
    return (await this.#readable(caller)([stop])).length > 0;
  }

  #readable(caller: Caller): Filter {
    return async stops => {
      const refs = [...new Set(stops.flatMap(entitiesOf))];
      const readable =
        refs.length === 0
          ? new Set<string>()
          : await this.#options.visibility.readable(refs, caller);
      return stops.filter(stop =>
        entitiesOf(stop).every(ref => readable.has(ref)),
      );
    };
  }

  async #covering(covering: string, caller: Caller): Promise<Filter> {
    const entity = await readEntityAs({
      catalog: this.#options.catalog,
      ref: parseRef(covering, 'covering'),
      credentials: caller.credentials,
    });
    const ref = stringifyEntityRef(entity);
    return ref.startsWith('agent:')
      ? async stops => stops.filter(stop => concernsAgent(stop, ref))
      : this.#overTarget(entity, ref);
  }

  /** Of stops of an agent everywhere, those of agents that operate the entity or ever asked to do something to it. */
  async #overTarget(entity: Entity, targetRef: string): Promise<Filter> {
    const around = new Set(await this.#options.containers.of(entity));
    const operators = relatedRefs(entity, RELATION_OPERATED_BY);
    return async stops => {
      const agents = stops.flatMap(({ scope }) =>
        scope.kind === 'agent' && scope.on === undefined ? [scope.ref!] : [],
      );
      const acting =
        agents.length === 0
          ? new Set<string>()
          : await this.#options.store.haveActedOn(targetRef, agents);
      operators.forEach(ref => acting.add(ref));
      return stops.filter(({ scope }) => {
        switch (scope.kind) {
          case 'target':
            return around.has(scope.ref!);
          case 'agent':
            return scope.on === undefined
              ? acting.has(scope.ref!)
              : around.has(scope.on);
          default:
            return true;
        }
      });
    };
  }
}

function concernsAgent({ scope }: StoredStop, agentRef: string): boolean {
  return scope.kind === 'agent'
    ? scope.ref === agentRef
    : scope.kind !== 'target';
}

function entitiesOf({ scope }: StoredStop): string[] {
  const { kind, ref, on } = scope;
  return [
    ...(kind === 'agent' || kind === 'target' ? [ref!] : []),
    ...(on === undefined ? [] : [on]),
  ];
}

function toPage(stops: StoredStop[], limit: number): Page<StoredStop> {
  const items = stops.slice(0, limit);
  const last = items[items.length - 1];
  return stops.length > limit
    ? { items, nextCursor: encodeCursor({ after: last.id, order: 'newest' }) }
    : { items };
}
