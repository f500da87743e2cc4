import { JsonValue } from '@agentgov/backstage-plugin-agent-governance-common';

/** A line of the demo world's log: what was asked under which key, and whether it took effect. */
export interface Effect {
  key: string;
  what: string;
  body: Record<string, unknown>;
  outcome: 'accepted' | 'repeat';
}

/** A fact about an entity of the catalog, as the demo world keeps it. */
export interface WorldRecord {
  /** Entity ref. */
  entity: string;
  factType: string;
  value: JsonValue;
  /** ISO 8601. */
  observedAt: string;
}

/** A way for the demo world to go wrong; see its README. */
export interface WorldFault {
  kind: 'fail' | 'delay' | 'drop-reply';
  count?: number;
  delayMs?: number;
}

/** The small outside system that agents act on, as seen by somebody standing beside it. */
export class DemoWorld {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Everything asked of it so far, oldest first. */
  async effects(): Promise<Effect[]> {
    const { items } = await this.#call('GET', '/effects');
    return items;
  }

  /** What it knows about entities of the catalog, and states to the portal. */
  async records(): Promise<WorldRecord[]> {
    const { items } = await this.#call('GET', '/records');
    return items;
  }

  /** Changes a fact, or when it was last looked at; the portal is told at once. */
  async changeRecord(record: WorldRecord): Promise<void> {
    const { entity, factType, value, observedAt } = record;
    const path = `/records/${encodeURIComponent(entity)}/${factType}`;
    await this.#call('PUT', path, { value, observedAt });
  }

  /** Makes its monitoring say how an entity is; the portal is told at once. */
  async setHealth(
    entity: string,
    status: 'healthy' | 'degraded' | 'unhealthy',
  ): Promise<void> {
    await this.#call(
      'PUT',
      `/monitoring/health/${encodeURIComponent(entity)}`,
      { status },
    );
  }

  /** Opens an incident; the portal is told at once. */
  async openIncident(
    id: string,
    incident: { entity: string; title: string; severity?: string },
  ): Promise<void> {
    await this.#call('PUT', `/monitoring/incidents/${id}`, incident);
  }

  async resolveIncident(id: string): Promise<void> {
    await this.#call('DELETE', `/monitoring/incidents/${id}`);
  }

  /** Lets its monitoring fall silent, or speak again. */
  async silence(silent: boolean): Promise<void> {
    await this.#call('PUT', '/monitoring', { silent });
  }

  /** Makes the carrier's tool say something else about rerouting; what it always said when absent. */
  async describeRerouting(description?: string): Promise<void> {
    await this.#call('PUT', '/carrier/rerouting', { description });
  }

  /** Makes the next calls go wrong. */
  async disturb(fault: WorldFault): Promise<void> {
    await this.#call('POST', '/faults', fault);
  }

  /** Entities that are unwell or have an open incident; everything, while the monitoring is silent. */
  async troubled(): Promise<string[]> {
    const { silent, health, incidents } = await this.#call(
      'GET',
      '/monitoring',
    );
    const unwell = (health as Array<{ entity: string; status: string }>).filter(
      ({ status }) => silent || status !== 'healthy',
    );
    const open = (
      incidents as Array<{ entity: string; resolved: boolean }>
    ).filter(({ resolved }) => !resolved);
    return [...unwell, ...open].map(({ entity }) => entity);
  }

  /** Makes nothing go wrong any more, and says so. */
  async calm(): Promise<void> {
    await this.#call('DELETE', '/faults');
  }

  async #call(method: string, path: string, body?: object) {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(
        `The demo world answered ${method} ${path} with ${response.status}`,
      );
    }
    return response.status === 204 ? undefined : response.json();
  }
}
