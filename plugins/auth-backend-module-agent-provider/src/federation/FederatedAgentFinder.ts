import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AGENT_KIND,
  isAgentEntity,
  readFederatedIdentities,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AgentStandingService,
  FederatedProof,
  MAX_STANDING_AGE_MS,
  toStandingError,
  withDeadline,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { AgentSignInError } from '../AgentSignInError';

/** Longer values the catalog does not index, so it cannot be asked for them. */
const MAX_INDEXED_LENGTH = 200;
const FIELDS = ['apiVersion', 'kind', 'metadata', 'spec.identity'];

/** Finds out which agent a federated identity is. */
export class FederatedAgentFinder {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #standing: AgentStandingService;
  readonly #logger: LoggerService;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    standing: AgentStandingService;
    logger: LoggerService;
  }) {
    return new FederatedAgentFinder(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    standing: AgentStandingService;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#standing = options.standing;
    this.#logger = options.logger;
  }

  /**
   * The one agent that names an identity, by its full reference.
   *
   * @remarks
   *
   * Only agents that may act count: anybody could write an entity that names it. Of several nobody is it, since which
   * one would be a guess.
   *
   * @throws AgentSignInError when there is none, or more than one; ServiceUnavailableError when that could not be found
   * out
   */
  async find(proof: FederatedProof): Promise<string> {
    const refs = await this.#thatMayAct(await this.#naming(proof), proof);
    const [agentRef, ...others] = refs;
    const identity = `${proof.issuerId} ${JSON.stringify(proof.subject)}`;
    if (agentRef === undefined) {
      throw new AgentSignInError(
        'unknown-identity',
        `no agent that may act names ${identity}`,
      );
    }
    if (others.length > 0) {
      throw new AgentSignInError(
        'identity-claimed-twice',
        `${identity} is named by ${refs.join(
          ' and ',
        )}: none of them can sign in with it`,
      );
    }
    return agentRef;
  }

  /** Every agent whose entity names the identity, trusted or not. */
  async #naming({ issuerId, subject }: FederatedProof): Promise<Entity[]> {
    const isIndexed = subject.length <= MAX_INDEXED_LENGTH;
    try {
      const { items } = await withDeadline(MAX_STANDING_AGE_MS, async () =>
        this.#catalog.getEntities(
          {
            filter: {
              kind: AGENT_KIND,
              'spec.identity.federated.issuer': issuerId,
              ...(isIndexed
                ? { 'spec.identity.federated.subject': subject }
                : {}),
            },
            fields: FIELDS,
          },
          { credentials: await this.#auth.getOwnServiceCredentials() },
        ),
      );
      // The index knows neither case nor which subject stands beside which issuer.
      return items.filter(
        entity =>
          isAgentEntity(entity) &&
          readFederatedIdentities(entity).some(
            it => it.issuer === issuerId && it.subject === subject,
          ),
      );
    } catch (error) {
      this.#logger.warn(
        `Could not ask the catalog who is ${issuerId} ${JSON.stringify(
          subject,
        )}, ${stringifyError(error)}`,
      );
      throw new ServiceUnavailableError(
        'Whose identity it is could not be found out just now; try again',
      );
    }
  }

  async #thatMayAct(
    entities: Entity[],
    federated: FederatedProof,
  ): Promise<string[]> {
    const answers = await Promise.all(
      entities.map(entity =>
        this.#standing.check(stringifyEntityRef(entity), { federated }),
      ),
    );
    return answers.flatMap(answer => {
      if (answer.stands) {
        return [answer.agentRef];
      }
      if (answer.reason === 'could-not-check') {
        throw toStandingError(answer);
      }
      return [];
    });
  }
}
