import {
  CheckpointCoverage,
  CheckpointCoverageOptions,
  PolicyEffects,
  PolicyLately,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PolicyStore } from '../../store/PolicyStore';
import { PersonCaller } from '../Caller';
import { CoverageFinder } from './CoverageFinder';
import { EffectReader, ScopeOf } from './EffectReader';
import { noSuchPolicy } from './noSuchPolicy';
import { PolicyVisibility } from './PolicyVisibility';

interface Options {
  store: Pick<PolicyStore, 'get'>;
  visibility: PolicyVisibility;
  coverage: CoverageFinder;
  effects: EffectReader;
}

/** The plain service: as far as policies may be seen. Whose decisions are counted is for who wraps it to say. */
export class DefaultPolicyInsightService {
  readonly #options: Options;

  static create(options: Options) {
    return new DefaultPolicyInsightService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async coverage(
    query: CheckpointCoverageOptions,
    options: { caller: PersonCaller },
  ): Promise<CheckpointCoverage> {
    return this.#options.coverage.find(query, options.caller);
  }

  async effects(
    policyRef: string,
    query: { days?: number },
    options: { caller: PersonCaller; scopeOf: ScopeOf },
  ): Promise<PolicyEffects> {
    const { store, visibility, effects } = this.#options;
    const policy = await store.get(policyRef);
    const [visible] =
      policy && policy.state !== 'gone'
        ? await visibility.visible([policy], options.caller)
        : [];
    if (!visible) {
      throw noSuchPolicy(policyRef);
    }
    return effects.effects(policyRef, query, options.scopeOf);
  }

  async lately(
    policyRefs: string[],
    options: { scopeOf: ScopeOf },
  ): Promise<Map<string, PolicyLately>> {
    return this.#options.effects.lately(policyRefs, options.scopeOf);
  }
}
