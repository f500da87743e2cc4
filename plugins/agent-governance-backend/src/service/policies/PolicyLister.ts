import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ListPoliciesOptions,
  PolicyPage,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { decodeCursor, encodeCursor } from '../../store/cursor';
import { PolicyStore, StoredPolicy } from '../../store/PolicyStore';
import { PersonCaller } from '../Caller';
import { parseLimit } from '../input/parseLimit';
import { parseRef } from '../input/parseRef';
import { readEntityAs } from '../readEntityAs';
import { PolicyCover } from './PolicyCover';
import { PolicyVisibility } from './PolicyVisibility';
import { toPolicySummary } from './toPolicySummary';

const BATCH = 100;
/** Then a page goes out half full, with a cursor: nobody waits for what they may not see. */
const MAX_BATCHES = 10;
const POLICY_REF = /^agentpolicy:[^\s/]+\/[^\s/]+$/;

interface Options {
  store: PolicyStore;
  catalog: CatalogService;
  cover: PolicyCover;
  visibility: PolicyVisibility;
}

/** Lists policies as far as somebody may see them; pages are filled with others where one is left out. */
export class PolicyLister {
  readonly #options: Options;

  static create(options: Options) {
    return new PolicyLister(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @throws InputError naming the field; NotFoundError when `covering` may not be read */
  async list(
    query: ListPoliciesOptions,
    options: { caller: PersonCaller },
  ): Promise<PolicyPage> {
    const { store } = this.#options;
    const { caller } = options;
    const limit = parseLimit(query.limit);
    const filter = {
      level: query.level,
      owner:
        query.owner === undefined ? undefined : parseRef(query.owner, 'owner'),
      state: query.state,
      text: query.text,
      order: query.order,
      pending: query.pending,
    };
    let after =
      query.cursor === undefined
        ? undefined
        : decodeCursor(query.cursor, POLICY_REF).after;
    const covers = await this.#covering(query.covering, caller);
    const { listedAt } = await store.setRevision();
    const found: StoredPolicy[] = [];
    for (let batch = 0; batch < MAX_BATCHES; batch++) {
      const rows = await store.list({ ...filter, after, limit: BATCH });
      found.push(...(await this.#show(await covers(rows), caller)));
      if (found.length > limit || rows.length < BATCH) {
        return { ...toPage(found, limit), ...(listedAt && { listedAt }) };
      }
      after = rows[rows.length - 1].ref;
    }
    return {
      ...toPage(found, limit),
      nextCursor: encodeCursor({ after: String(after), order: 'oldest' }),
      ...(listedAt && { listedAt }),
    };
  }

  async #show(
    policies: StoredPolicy[],
    caller: PersonCaller,
  ): Promise<StoredPolicy[]> {
    return policies.length === 0
      ? []
      : this.#options.visibility.visible(policies, caller);
  }

  async #covering(
    covering: string | undefined,
    caller: PersonCaller,
  ): Promise<(rows: StoredPolicy[]) => Promise<StoredPolicy[]>> {
    if (covering === undefined) {
      return async rows => rows;
    }
    const { catalog, cover } = this.#options;
    const entity = await readEntityAs({
      catalog,
      ref: parseRef(covering, 'covering'),
      credentials: caller.credentials,
    });
    return cover.over(entity);
  }
}

function toPage(policies: StoredPolicy[], limit: number): PolicyPage {
  const page = policies.slice(0, limit);
  const items = page.map(toPolicySummary);
  return policies.length > limit
    ? {
        items,
        nextCursor: encodeCursor({
          after: page[page.length - 1].ref,
          order: 'oldest',
        }),
      }
    : { items };
}
