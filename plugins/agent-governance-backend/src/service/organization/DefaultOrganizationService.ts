import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  isMutating,
  Organization,
  OrganizationAction,
  OrganizationEntity,
  OrganizationGroup,
  ORGANIZATION_VERSION,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PolicyDocument } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { ActionRegistry, RegisteredAction } from '../../actions/ActionRegistry';
import { ownerOf, relatedRefs } from '../../facts/relations';
import { GovernanceConfig } from '../../GovernanceConfig';
import { PolicyStore, StoredPolicy } from '../../store/PolicyStore';
import { PersonCaller } from '../Caller';
import { parseRef } from '../input/parseRef';
import { PolicyVisibility } from '../policies/PolicyVisibility';
import { fixedPlaceOf } from '../reach/isForTarget';
import { OrganizationService } from './OrganizationService';

/** Keeps one request to the catalog well below the size it accepts. */
const BATCH = 200;
const FIELDS = ['kind', 'metadata.namespace', 'metadata.name', 'relations'];

interface Options {
  catalog: CatalogService;
  store: Pick<PolicyStore, 'all' | 'texts'>;
  visibility: PolicyVisibility;
  actions: ActionRegistry;
  config: Pick<
    GovernanceConfig,
    'policyAdmins' | 'environments' | 'requiredLevels'
  >;
  now: () => Date;
}

/** The organization as the configuration and the catalog have it, the latter read with the caller's own credentials. */
export class DefaultOrganizationService implements OrganizationService {
  readonly #options: Options;

  static create(options: Options) {
    return new DefaultOrganizationService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async export(
    query: { entity?: string[] },
    options: { caller: PersonCaller },
  ): Promise<Organization> {
    const { caller } = options;
    const { actions, config, now } = this.#options;
    const asked = (query.entity ?? []).map(ref => parseRef(ref, 'entity'));
    const spokenAbout = await this.#spokenAbout(caller);
    const [groups, entities] = await Promise.all([
      this.#groups(caller),
      this.#entities([...new Set([...asked, ...spokenAbout])], caller),
    ]);
    return {
      schemaVersion: ORGANIZATION_VERSION,
      exportedAt: now().toISOString(),
      policyAdmins: [...config.policyAdmins],
      environments: [...config.environments].sort((a, b) => a.rank - b.rank),
      requiredLevels: [...config.requiredLevels],
      groups,
      entities,
      actions: actions
        .list()
        .map(toAction)
        .sort(by(({ id }) => id)),
    };
  }

  /** What policies that the caller may see speak about by name. */
  async #spokenAbout(caller: PersonCaller): Promise<string[]> {
    const { store, visibility } = this.#options;
    const policies = (await store.all()).filter(
      ({ level, state }) => level === 'service' && state !== 'gone',
    );
    const seen = await visibility.visible(policies, caller);
    const digests = seen.flatMap(({ textDigest }) => textDigest ?? []);
    const texts =
      digests.length === 0
        ? new Map<string, string>()
        : await store.texts(digests);
    return seen.flatMap(policy => entityOf(policy, texts) ?? []);
  }

  async #groups(caller: PersonCaller): Promise<OrganizationGroup[]> {
    const groups: OrganizationGroup[] = [];
    try {
      const pages = this.#options.catalog.streamEntities(
        { filter: { kind: 'Group' }, fields: FIELDS },
        { credentials: caller.credentials },
      );
      for await (const page of pages) {
        groups.push(...page.map(toGroup));
      }
    } catch (error) {
      throw new ServiceUnavailableError('The catalog did not answer', error);
    }
    return groups.sort(by(({ ref }) => ref));
  }

  async #entities(
    refs: string[],
    caller: PersonCaller,
  ): Promise<OrganizationEntity[]> {
    const found: OrganizationEntity[] = [];
    try {
      for (let start = 0; start < refs.length; start += BATCH) {
        const { items } = await this.#options.catalog.getEntitiesByRefs(
          { entityRefs: refs.slice(start, start + BATCH), fields: FIELDS },
          { credentials: caller.credentials },
        );
        found.push(
          ...items.flatMap(entity => (entity ? [toEntity(entity)] : [])),
        );
      }
    } catch (error) {
      throw new ServiceUnavailableError('The catalog did not answer', error);
    }
    return found.sort(by(({ ref }) => ref));
  }
}

function entityOf(
  { textDigest, heldScope }: StoredPolicy,
  texts: ReadonlyMap<string, string>,
): string | undefined {
  const text = textDigest === undefined ? undefined : texts.get(textDigest);
  return text === undefined
    ? heldScope?.entity
    : (JSON.parse(text) as PolicyDocument).entity;
}

function toGroup(entity: Entity): OrganizationGroup {
  const [parent] = relatedRefs(entity, 'childOf');
  return { ref: stringifyEntityRef(entity), ...(parent && { parent }) };
}

function toEntity(entity: Entity): OrganizationEntity {
  const owner = ownerOf(entity);
  return { ref: stringifyEntityRef(entity), ...(owner && { owner }) };
}

function toAction(action: RegisteredAction): OrganizationAction {
  const { id, title, effectClass, undo, tags, targetKinds } = action;
  const place = fixedPlaceOf(action);
  return {
    id,
    title,
    effectClass,
    mutates: isMutating(effectClass),
    ...(undo !== undefined && { undo }),
    targetKinds: [...targetKinds],
    quotesContext: action.quotesContext,
    takesSecrets: action.takesSecrets,
    tags: [...tags],
    ...(place && { place }),
  };
}

function by<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b)));
}
