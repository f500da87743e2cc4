import { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AGENT_POLICY_KIND,
  AgentPolicyEntity,
  isAgentPolicyEntity,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { readEntities } from '../facts/readEntities';
import { ownerOf } from '../facts/relations';

const FIELDS = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];

/** Policies as the catalog holds them, read with the plugin's own credentials. */
export class PolicyCatalog {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #deadlineMs: number;

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    /** How long one listing may take before it counts as failed. */
    deadlineMs: number;
  }) {
    return new PolicyCatalog(options);
  }

  private constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    deadlineMs: number;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#deadlineMs = options.deadlineMs;
  }

  /**
   * All policies there are, by ref.
   *
   * @throws ServiceUnavailableError when they cannot be listed completely and in time: part of them would look as if the
   *   others were gone
   */
  async list(): Promise<Map<string, AgentPolicyEntity>> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`no answer within ${this.#deadlineMs} ms`)),
        this.#deadlineMs,
      );
    });
    try {
      return await Promise.race([this.#list(), late]);
    } catch (error) {
      throw new ServiceUnavailableError(
        'The catalog’s policies could not be listed completely',
        error,
      );
    } finally {
      clearTimeout(timer);
    }
  }

  /** Which of these exist after all, whatever a listing said. */
  async existing(refs: string[]): Promise<Set<string>> {
    const found = await readEntities({
      auth: this.#auth,
      catalog: this.#catalog,
      refs,
    });
    return new Set(found.keys());
  }

  /** Who owns each of these entities; absent where there is none, or nobody in particular owns it. */
  async ownersOf(refs: string[]): Promise<Map<string, string>> {
    const found = await readEntities({
      auth: this.#auth,
      catalog: this.#catalog,
      refs,
    });
    return new Map(
      [...found].flatMap(([ref, entity]) => {
        const owner = ownerOf(entity);
        return owner === undefined ? [] : [[ref, owner] as const];
      }),
    );
  }

  async #list(): Promise<Map<string, AgentPolicyEntity>> {
    const pages = this.#catalog.streamEntities(
      { filter: { kind: AGENT_POLICY_KIND }, fields: FIELDS },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const found = new Map<string, AgentPolicyEntity>();
    for await (const page of pages) {
      for (const entity of page.filter(isAgentPolicyEntity)) {
        found.set(stringifyEntityRef(entity), entity);
      }
    }
    return found;
  }
}
