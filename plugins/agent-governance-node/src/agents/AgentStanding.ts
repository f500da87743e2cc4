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
  AgentKey,
  isActiveAgent,
  isAgentEntity,
  isAgentRef,
  readAgentKeys,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AgentStandingAnswer,
  AgentStandingFailure,
} from './AgentStandingAnswer';
import { AgentStandingService } from './AgentStandingService';
import { CachedEntityReader, EntityReading } from './CachedEntityReader';
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
  readonly #reader: CachedEntityReader;
  readonly #now: () => number;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    trust: readonly TrustRule[];
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
    reader: CachedEntityReader;
    now: () => number;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#trust = options.trust;
    this.#reader = options.reader;
    this.#now = options.now;
  }

  /** {@inheritdoc AgentStandingService.check} */
  async check(
    agentRef: string,
    options?: { keyThumbprint?: string; maxAgeMs?: number },
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
      ...this.#judge(ref, reading.entity, options?.keyThumbprint),
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

  #judge(ref: string, entity: Entity | undefined, keyThumbprint?: string) {
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
    const keys = keysOf(entity);
    if (keys.length === 0) {
      return fallen(ref, 'no-keys', 'has no usable key', entity);
    }
    if (
      keyThumbprint !== undefined &&
      !keys.some(key => key.thumbprint === keyThumbprint)
    ) {
      return fallen(ref, 'key-gone', 'no longer has that key', entity);
    }
    const { originLocation } = trust;
    return {
      stands: true,
      agentRef: ref,
      entity,
      keys,
      originLocation,
    } as const;
  }
}

/** Reading keys costs a hash for each, and the same reading of an agent is judged many times. */
const keysByReading = new WeakMap<AgentEntity, AgentKey[]>();

function keysOf(entity: AgentEntity): AgentKey[] {
  const known = keysByReading.get(entity);
  if (known) {
    return known;
  }
  const keys = readAgentKeys(entity);
  keysByReading.set(entity, keys);
  return keys;
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
