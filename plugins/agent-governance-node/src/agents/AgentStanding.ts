import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AgentEntity,
  AgentFederatedIdentity,
  AgentKey,
  isActiveAgent,
  isAgentEntity,
  isAgentRef,
  readAgentKeys,
  readFederatedIdentities,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AgentStandingAnswer,
  AgentStandingFailure,
} from './AgentStandingAnswer';
import { FederatedProof } from './AgentProof';
import { AgentStandingService } from './AgentStandingService';
import { CachedEntityReader, EntityReading } from './CachedEntityReader';
import { FederatedIssuer } from './FederatedIssuer';
import { judgeAgentTrust } from './judgeAgentTrust';
import { TrustRule } from './TrustRule';
import { withDeadline } from './withDeadline';

/**
 * How old a catalog answer may be at most when an agent's standing is judged by it, in milliseconds.
 *
 * @public
 */
export const MAX_STANDING_AGE_MS = 5_000;

/**
 * Judges agents by the catalog.
 *
 * It reads with the plugin's own credentials, since a policy may hide an agent even from itself. Any doubt is a no.
 */
export class AgentStanding implements AgentStandingService {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #trust: readonly TrustRule[];
  readonly #issuers: readonly FederatedIssuer[];
  readonly #reader: CachedEntityReader;
  readonly #now: () => number;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    trust: readonly TrustRule[];
    issuers: readonly FederatedIssuer[];
    reader: CachedEntityReader;
    now: () => number;
  }) {
    return new AgentStanding(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    trust: readonly TrustRule[];
    issuers: readonly FederatedIssuer[];
    reader: CachedEntityReader;
    now: () => number;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#trust = options.trust;
    this.#issuers = options.issuers;
    this.#reader = options.reader;
    this.#now = options.now;
  }

  /** {@inheritdoc AgentStandingService.check} */
  async check(
    agentRef: string,
    options?: AskedOfAgent & { maxAgeMs?: number },
  ): Promise<AgentStandingAnswer> {
    if (!isAgentRef(agentRef)) {
      return fallen(agentRef, 'not-an-agent', 'is not an agent');
    }
    const ref = stringifyEntityRef(parseEntityRef(agentRef));
    let reading: EntityReading;
    try {
      reading = await this.#reader.read({
        ref,
        maxAgeMs: options?.maxAgeMs,
        load: () => this.#load(ref),
      });
    } catch (error) {
      this.#logger.warn(
        `Could not ask the catalog about agent ${ref}, ${stringifyError(
          error,
        )}`,
      );
      return fallen(ref, 'could-not-check', 'could not be checked just now');
    }
    return {
      ...this.#judge(ref, reading.entity, options),
      ageMs: this.#now() - reading.askedAt,
    };
  }

  async #load(ref: string): Promise<Entity | undefined> {
    return withDeadline(MAX_STANDING_AGE_MS, async () =>
      this.#catalog.getEntityByRef(ref, {
        credentials: await this.#auth.getOwnServiceCredentials(),
      }),
    );
  }

  #judge(ref: string, entity: Entity | undefined, asked: AskedOfAgent = {}) {
    if (!entity) {
      return fallen(ref, 'not-found', 'is not in the catalog');
    }
    if (!isAgentEntity(entity)) {
      return fallen(ref, 'not-an-agent', `is of version ${entity.apiVersion}`);
    }
    if (!isActiveAgent(entity)) {
      return fallen(ref, 'not-active', 'is retired', entity);
    }
    const trust = judgeAgentTrust(entity, this.#trust);
    if (!trust.trusted) {
      return fallen(
        ref,
        'untrusted',
        `is nobody here: ${trust.reason}`,
        entity,
      );
    }
    const { keys, identities } = proofsOf(entity);
    const federated = identities.filter(({ issuer }) =>
      this.#issuers.some(({ id }) => id === issuer),
    );
    if (keys.length === 0 && federated.length === 0) {
      return fallen(ref, 'no-keys', 'has no usable key or identity', entity);
    }
    const { keyThumbprint } = asked;
    if (
      keyThumbprint !== undefined &&
      !keys.some(key => key.thumbprint === keyThumbprint)
    ) {
      return fallen(ref, 'key-gone', 'no longer has that key', entity);
    }
    if (asked.federated && !this.#mayBe(asked.federated, federated)) {
      return fallen(
        ref,
        'identity-gone',
        'is no longer who its token says it is elsewhere',
        entity,
      );
    }
    const { originLocation } = trust;
    return {
      stands: true,
      agentRef: ref,
      entity,
      keys,
      federated,
      originLocation,
    } as const;
  }

  /** The agent must name the identity, and the issuer must be the one the portal believes by that id. */
  #mayBe(proof: FederatedProof, identities: AgentFederatedIdentity[]) {
    return (
      identities.some(
        ({ issuer, subject }) =>
          issuer === proof.issuerId && subject === proof.subject,
      ) &&
      this.#issuers.some(
        ({ id, issuer }) => id === proof.issuerId && issuer === proof.issuer,
      )
    );
  }
}

/** What an agent is asked to still have. */
type AskedOfAgent = { keyThumbprint?: string; federated?: FederatedProof };

type Proofs = { keys: AgentKey[]; identities: AgentFederatedIdentity[] };

/** Reading keys costs a hash for each, and the same reading of an agent is judged many times. */
const proofsByReading = new WeakMap<AgentEntity, Proofs>();

function proofsOf(entity: AgentEntity): Proofs {
  const known = proofsByReading.get(entity);
  if (known) {
    return known;
  }
  const proofs = {
    keys: readAgentKeys(entity),
    identities: readFederatedIdentities(entity),
  };
  proofsByReading.set(entity, proofs);
  return proofs;
}

function fallen(
  agentRef: string,
  reason: AgentStandingFailure,
  what: string,
  entity?: AgentEntity,
) {
  const message = `Agent ${agentRef} ${what}`;
  return { stands: false, agentRef, reason, message, entity } as const;
}
