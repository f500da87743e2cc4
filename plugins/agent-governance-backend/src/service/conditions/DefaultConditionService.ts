import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ConditionSourceSummary,
  EntityConditions,
  Environment,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { judgeSource } from '../../facts/conditions/judgeSource';
import { KnownConditionSource } from '../../facts/conditions/KnownConditionSource';
import { RecordedConditions } from '../../facts/RecordedConditions';
import {
  ConditionStore,
  HeardSource,
  StoredConditionReport,
} from '../../store/ConditionStore';
import { Caller } from '../Caller';
import { parseRef } from '../input/parseRef';
import { readEntityAs } from '../readEntityAs';
import { ConditionService } from '../types';

/** Reports that concern nothing the portal knows, over all sources; the latest. */
const MAX_UNMATCHED = 100;

interface Options {
  catalog: CatalogService;
  environments: Environment[];
  facts: RecordedConditions;
  sources: KnownConditionSource[];
  store: ConditionStore;
  now: () => Date;
}

/** What is going on around entities, exactly as decisions see it. */
export class DefaultConditionService implements ConditionService {
  readonly #options: Options;

  static create(options: Options) {
    return new DefaultConditionService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async get(
    query: { entity: string },
    options: { caller: Caller },
  ): Promise<EntityConditions> {
    const { catalog, environments, facts } = this.#options;
    const target = await readEntityAs({
      catalog,
      ref: parseRef(query.entity, 'entity'),
      credentials: options.caller.credentials,
    });
    const reading = await facts.read(target);
    const now = this.#options.now();
    return {
      entityRef: stringifyEntityRef(target),
      asOf: now.toISOString(),
      environments: environments.map(({ name }) => ({
        environment: name,
        ...facts.judge(reading, { target, environment: name, now }),
      })),
    };
  }

  async listSources(): Promise<ConditionSourceSummary[]> {
    const { sources, store } = this.#options;
    const [heard, current, unmatched] = await Promise.all([
      store.sources(),
      store.countCurrent(),
      store.unmatched(MAX_UNMATCHED),
    ]);
    const now = this.#options.now();
    return sources.map(source =>
      summarise(source, {
        heard: heard.find(one => one.id === source.id),
        current: current.get(source.id) ?? 0,
        unmatched: unmatched.filter(one => one.source === source.id),
        now,
      }),
    );
  }
}

function summarise(
  source: KnownConditionSource,
  options: {
    heard: HeardSource | undefined;
    current: number;
    unmatched: StoredConditionReport[];
    now: Date;
  },
): ConditionSourceSummary {
  const { heard, current, unmatched, now } = options;
  const { quietAfterMs } = source;
  return {
    id: source.id,
    title: source.title,
    type: source.type,
    kind: source.kind,
    state: judgeSource(source, heard, now).state,
    ...(heard && { heardAt: heard.heardAt, deliveredAt: heard.deliveredAt }),
    ttlSeconds: source.ttlMs / 1_000,
    ...(quietAfterMs !== undefined && {
      quietAfterSeconds: quietAfterMs / 1_000,
    }),
    current,
    unmatched: unmatched.map(
      ({ key, title, unmatched: because, receivedAt }) => ({
        key,
        title,
        because: because ?? '',
        receivedAt,
      }),
    ),
  };
}
