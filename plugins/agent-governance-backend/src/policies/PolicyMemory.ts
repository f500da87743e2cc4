import { stringifyEntityRef } from '@backstage/catalog-model';
import { AgentPolicyEntity } from '@agentgov/backstage-plugin-agent-governance-common';
import { UnderstoodPolicy } from './understandPolicy';

interface Known {
  etag: string;
  understood: UnderstoodPolicy;
}

/**
 * Spares understanding a policy again that is the same as the last time it was looked at, as the catalog's etag says:
 * a thousand of them take a good part of a second, and are looked at every few seconds.
 */
export class PolicyMemory {
  readonly #understand: (entity: AgentPolicyEntity) => UnderstoodPolicy;
  #known = new Map<string, Known>();
  #seen = new Map<string, Known>();

  static create(options: {
    understand: (entity: AgentPolicyEntity) => UnderstoodPolicy;
  }) {
    return new PolicyMemory(options);
  }

  private constructor(options: {
    understand: (entity: AgentPolicyEntity) => UnderstoodPolicy;
  }) {
    this.#understand = options.understand;
  }

  of(entity: AgentPolicyEntity): UnderstoodPolicy {
    const { uid, etag } = entity.metadata;
    if (uid === undefined || etag === undefined) {
      return this.#understand(entity);
    }
    const key = `${uid} ${stringifyEntityRef(entity)}`;
    const known = this.#known.get(key);
    const understood =
      known?.etag === etag ? known.understood : this.#understand(entity);
    this.#seen.set(key, { etag, understood });
    return understood;
  }

  /** Forgets what was not asked for since this was called last: it is gone. */
  forgetOthers(): void {
    this.#known = this.#seen;
    this.#seen = new Map();
  }
}
