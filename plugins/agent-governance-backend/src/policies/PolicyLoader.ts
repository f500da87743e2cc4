import { AgentPolicyEntity } from '@agentgov/backstage-plugin-agent-governance-common';
import { judgeAuthority } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { GovernanceConfig } from '../GovernanceConfig';
import { normaliseRef } from '../facts/normaliseRef';
import { PolicyStore, PolicyText, StoredPolicy } from '../store/PolicyStore';
import { CheckpointCensus } from './CheckpointCensus';
import { ChangeGovernor } from './ChangeGovernor';
import { GovernedPolicy } from './governPolicy';
import { nextPolicy } from './nextPolicy';
import { PolicyCatalog } from './PolicyCatalog';
import { PolicyMemory } from './PolicyMemory';
import { PolicyReading } from './PolicyReading';
import { isOrphan, readPolicy, ReadingContext } from './readPolicy';
import { isSamePolicy } from './isSamePolicy';
import { understandPolicy } from './understandPolicy';

interface Options {
  catalog: PolicyCatalog;
  store: PolicyStore;
  census: Pick<CheckpointCensus, 'of'>;
  governor: ChangeGovernor;
  config: Pick<GovernanceConfig, 'policyAdmins' | 'environments' | 'trust'>;
  /** Something about policies is not what it was. */
  onChange: () => void;
  /** All were looked at, and what was found is written. */
  afterLoad?: () => Promise<void>;
  now: () => Date;
}

/**
 * Brings what the catalog says about policies into our own database, from where alone it decides.
 *
 * What is stored is read before the catalog is asked, and each write is guarded by it: of two replicas that look at the
 * same time, the one that looked first cannot undo what the other one saw later. Where the catalog cannot be listed
 * completely nothing happens, and what is stored goes on deciding.
 */
export class PolicyLoader {
  readonly #options: Options;
  readonly #memory: PolicyMemory;

  static create(options: Options) {
    return new PolicyLoader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    const { environments } = options.config;
    this.#memory = PolicyMemory.create({
      understand: entity => understandPolicy(entity, environments),
    });
  }

  /**
   * Looks at every policy once.
   *
   * @returns how many were written
   * @throws ServiceUnavailableError when the catalog does not answer, or not completely
   */
  async load(): Promise<number> {
    const { catalog, store, onChange } = this.#options;
    const startedAt = this.#options.now();
    const stored = new Map((await store.all()).map(one => [one.ref, one]));
    const { adopts } = await this.#options.governor.rules(startedAt);
    const entities = await catalog.list();
    const context = await this.#contextFor([...entities.values()]);

    const readings = [
      ...[...entities.values()].map(entity => this.#read(entity, context)),
      ...(await this.#missing(stored, entities)),
    ];
    this.#memory.forgetOthers();
    let written = 0;
    for (const reading of readings) {
      const before = stored.get(reading.ref);
      const proposed = nextPolicy(
        before,
        reading,
        before !== undefined && lastGoodCounts(before, context),
      );
      if (!proposed) {
        continue;
      }
      const now = await this.#options.governor.govern(before, proposed, {
        adopts,
        texts: textsOf(reading),
      });
      if (await this.#save(before, now, reading)) {
        written++;
      }
    }
    await store.listed(startedAt);
    await this.#options.afterLoad?.();
    if (written > 0) {
      onChange();
    }
    return written;
  }

  #read(entity: AgentPolicyEntity, context: ReadingContext): PolicyReading {
    const reading = readPolicy(entity, context);
    return reading.kind !== 'untrusted' && isOrphan(entity)
      ? {
          kind: 'gone',
          ref: reading.ref,
          because:
            'The catalog still shows it, but nothing stands behind it any more: it is orphaned.',
        }
      : reading;
  }

  /** What is stored and was not listed. Asked for by name first: a listing can miss what changes under it. */
  async #missing(
    stored: Map<string, StoredPolicy>,
    entities: Map<string, AgentPolicyEntity>,
  ): Promise<PolicyReading[]> {
    const refs = [...stored.values()]
      .filter(({ ref, state }) => state !== 'gone' && !entities.has(ref))
      .map(({ ref }) => ref);
    const existing =
      refs.length === 0
        ? new Set<string>()
        : await this.#options.catalog.existing(refs);
    return refs
      .filter(ref => !existing.has(ref))
      .map(ref => ({
        kind: 'gone',
        ref,
        because: 'The catalog does not hold it any more.',
      }));
  }

  async #contextFor(entities: AgentPolicyEntity[]): Promise<ReadingContext> {
    const { catalog, config } = this.#options;
    const refs = entities.flatMap(({ spec, metadata }) =>
      spec.level === 'service' && typeof spec.entity === 'string'
        ? normaliseRef(spec.entity, {
            defaultKind: 'component',
            defaultNamespace: metadata.namespace,
          }) ?? []
        : [],
    );
    return {
      ...config,
      understand: entity => this.#memory.of(entity),
      entityOwners:
        refs.length === 0 ? new Map() : await catalog.ownersOf(refs),
    };
  }

  async #save(
    before: StoredPolicy | undefined,
    now: GovernedPolicy,
    reading: PolicyReading,
  ): Promise<boolean> {
    const { store, census } = this.#options;
    const { judgement, messages } = now;
    const texts = textsOf(reading);
    const policy = {
      ...now.policy,
      checkpoints: await census.of(
        now.policy,
        texts.find(({ digest }) => digest === now.policy.textDigest)?.bytes,
      ),
    };
    if (before && isSamePolicy(before, policy)) {
      return false;
    }
    return store.save({
      before,
      after: policy,
      texts,
      judgement,
      messages,
      now: this.#options.now(),
    });
  }
}

function textsOf(reading: PolicyReading): PolicyText[] {
  if (reading.kind === 'gone') {
    return [];
  }
  const text = 'text' in reading ? reading.text : undefined;
  return [...(reading.source ? [reading.source] : []), ...(text ? [text] : [])];
}

/** Whether what decided until now may still be said by who said it. */
function lastGoodCounts(
  { owner, level, heldScope, textDigest }: StoredPolicy,
  context: ReadingContext,
): boolean {
  if (!owner || !level || heldScope || textDigest === undefined) {
    return false;
  }
  return (
    level === 'service' ||
    judgeAuthority({ owner, level }, context) === undefined
  );
}
