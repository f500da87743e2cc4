import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AGENT_KIND,
  AUTONOMY_CEILINGS,
  AgentSummary,
  Environment,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AgentStandingFailure,
  AgentStandingService,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { Caller } from '../Caller';
import { parseRef } from '../input/parseRef';
import { DirectoryService } from '../types';

/** What people are told an agent is, where it does not stand. */
const STANDINGS: Record<
  Exclude<AgentStandingFailure, 'could-not-check'>,
  AgentSummary['standing']
> = {
  'not-an-agent': 'invalid',
  'not-found': 'invalid',
  'not-active': 'inactive',
  untrusted: 'untrusted',
  'no-keys': 'no-keys',
  'key-gone': 'no-keys',
  'identity-gone': 'no-keys',
};

/** Agents as the catalog shows them to the caller, and whether they count; environments as configured. */
export class DefaultDirectoryService implements DirectoryService {
  readonly #catalog: CatalogService;
  readonly #standing: AgentStandingService;
  readonly #environments: Environment[];

  static create(options: {
    catalog: CatalogService;
    standing: AgentStandingService;
    environments: Environment[];
  }) {
    return new DefaultDirectoryService(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    standing: AgentStandingService;
    environments: Environment[];
  }) {
    this.#catalog = options.catalog;
    this.#standing = options.standing;
    this.#environments = options.environments;
  }

  /** @throws InputError for `operating`; ServiceUnavailableError when the catalog cannot answer */
  async listAgents(
    query: { operating?: string },
    options: { caller: Caller },
  ): Promise<AgentSummary[]> {
    const operated =
      query.operating === undefined
        ? undefined
        : parseRef(query.operating, 'operating');
    const agents = await this.#read(operated, options.caller);
    const summaries = await Promise.all(
      agents.map(entity => this.#summarise(entity)),
    );
    return summaries.sort((one, other) => one.ref.localeCompare(other.ref));
  }

  async listEnvironments(): Promise<Environment[]> {
    return this.#environments;
  }

  async #read(operated: string | undefined, caller: Caller): Promise<Entity[]> {
    try {
      const { items } = await this.#catalog.getEntities(
        {
          filter: {
            kind: AGENT_KIND,
            ...(operated && { 'relations.operates': operated }),
          },
        },
        { credentials: caller.credentials },
      );
      return items;
    } catch (error) {
      throw new ServiceUnavailableError('The catalog did not answer', error);
    }
  }

  async #summarise(entity: Entity): Promise<AgentSummary> {
    const ref = stringifyEntityRef(entity);
    const answer = await this.#standing.check(ref);
    if (!answer.stands && answer.reason === 'could-not-check') {
      throw new ServiceUnavailableError(
        'Whether agents count could not be checked just now; try again',
      );
    }
    const { spec = {}, metadata } = entity;
    return {
      ref,
      title: metadata.title ?? metadata.name,
      owner: ownerOf(entity) ?? '',
      // One that says nothing valid may do the least.
      autonomy:
        AUTONOMY_CEILINGS.find(ceiling => ceiling === spec.autonomy) ??
        'observe',
      lifecycle: String(spec.lifecycle ?? 'unknown'),
      ...(answer.stands
        ? {
            standing: 'active',
            because: 'It is trusted, active, and has keys',
          }
        : {
            standing:
              answer.reason === 'could-not-check'
                ? 'invalid'
                : STANDINGS[answer.reason],
            because: answer.message,
          }),
    };
  }
}

function ownerOf(entity: Entity): string | undefined {
  return entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
    ?.targetRef;
}
