import { Knex } from 'knex';
import { HEALTH, INCIDENTS, ROLLOUTS } from '../database/createTables';
import { Refusal } from '../Refusal';
import { watchedEntities } from './watchedEntities';

const STATUSES = ['healthy', 'degraded', 'unhealthy'];
const REF = /^[a-z]+:[a-z-]+\/[a-z0-9-]+$/;
const ID = /^[A-Za-z0-9-]{1,60}$/;

/** What the monitoring says of one entity. */
export interface HealthReading {
  entity: string;
  status: string;
}

/** Something that is, or was, out of order. */
export interface IncidentRecord {
  id: string;
  entity: string;
  title: string;
  severity: string;
  openedAt: string;
  resolved: boolean;
}

/** Somebody is rolling something out, without asking the portal. */
export interface RolloutRecord {
  id: string;
  entity: string;
  environment: string;
  startedAt: string;
}

/** Looks after this world, and remembers what is out of order. It can fall silent, as monitoring does. */
export class Monitoring {
  readonly #knex: Knex;
  readonly #now: () => Date;
  #isSilent = false;

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  static async create(options: {
    knex: Knex;
    now: () => Date;
  }): Promise<Monitoring> {
    const monitoring = new Monitoring(options.knex, options.now);
    await options
      .knex(HEALTH)
      .insert(watchedEntities.map(entity => ({ entity, status: 'healthy' })))
      .onConflict('entity')
      .ignore();
    return monitoring;
  }

  get isSilent(): boolean {
    return this.#isSilent;
  }

  set isSilent(isSilent: boolean) {
    this.#isSilent = isSilent;
  }

  async health(): Promise<HealthReading[]> {
    return this.#knex(HEALTH).orderBy('entity');
  }

  /** @throws Refusal when it is nothing that is watched, or no status. */
  async setHealth(entity: string, status: unknown): Promise<void> {
    if (typeof status !== 'string' || !STATUSES.includes(status)) {
      throw new Refusal(400, `"status" must be one of ${STATUSES.join(', ')}`);
    }
    const changed = await this.#knex(HEALTH)
      .where({ entity })
      .update({ status });
    if (changed === 0) {
      throw new Refusal(404, `Nobody watches ${entity}`);
    }
  }

  async incidents(): Promise<IncidentRecord[]> {
    const rows = await this.#knex(INCIDENTS).orderBy('id');
    return rows.map(row => ({
      id: row.id,
      entity: row.entity,
      title: row.title,
      severity: row.severity,
      openedAt: row.opened_at,
      resolved: Boolean(row.resolved),
    }));
  }

  /** @throws Refusal when it does not say what is out of order. */
  async openIncident(
    id: string,
    body: { entity?: unknown; title?: unknown; severity?: unknown },
  ): Promise<void> {
    const { entity, title, severity = 'high' } = body;
    if (
      !ID.test(id) ||
      typeof entity !== 'string' ||
      !REF.test(entity) ||
      typeof title !== 'string' ||
      typeof severity !== 'string'
    ) {
      throw new Refusal(400, 'An incident is { entity, title, severity? }');
    }
    await this.#knex(INCIDENTS)
      .insert({
        id,
        entity,
        title,
        severity,
        opened_at: this.#now().toISOString(),
        resolved: false,
      })
      .onConflict('id')
      .merge();
  }

  async resolveIncident(id: string): Promise<void> {
    await this.#knex(INCIDENTS).where({ id }).update({ resolved: true });
  }

  async rollouts(): Promise<RolloutRecord[]> {
    const rows = await this.#knex(ROLLOUTS).orderBy('id');
    return rows.map(row => ({
      id: row.id,
      entity: row.entity,
      environment: row.environment,
      startedAt: row.started_at,
    }));
  }

  /** @throws Refusal when it does not say what is rolled out where. */
  async startRollout(
    id: string,
    body: { entity?: unknown; environment?: unknown },
  ): Promise<void> {
    const { entity, environment } = body;
    if (
      !ID.test(id) ||
      typeof entity !== 'string' ||
      !REF.test(entity) ||
      typeof environment !== 'string'
    ) {
      throw new Refusal(400, 'A rollout is { entity, environment }');
    }
    await this.#knex(ROLLOUTS)
      .insert({
        id,
        entity,
        environment,
        started_at: this.#now().toISOString(),
      })
      .onConflict('id')
      .merge();
  }

  async finishRollout(id: string): Promise<void> {
    await this.#knex(ROLLOUTS).where({ id }).delete();
  }

  /** All is well again, and said to be. */
  async calm(): Promise<void> {
    this.#isSilent = false;
    await this.#knex(HEALTH).update({ status: 'healthy' });
    await this.#knex(INCIDENTS).update({ resolved: true });
    await this.#knex(ROLLOUTS).delete();
  }
}
