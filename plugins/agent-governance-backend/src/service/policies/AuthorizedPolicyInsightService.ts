import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  CheckpointCoverage,
  CheckpointCoverageOptions,
  PolicyEffects,
  PolicyLately,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { EffectScope } from '../../store/PolicyEffectStore';
import { PersonCaller } from '../Caller';
import { CallerView, ViewSources } from '../visibility/CallerView';
import { assertMayReadPolicies } from './assertMayReadPolicies';
import { DefaultPolicyInsightService } from './DefaultPolicyInsightService';
import {
  PolicyInsightService,
  PolicyLatelyReader,
} from './PolicyInsightService';

/**
 * Lets people look at what policies say and did who may look at policies; counts decisions that they may see (ADR 0034),
 * and masks whom they may not read.
 */
export class AuthorizedPolicyInsightService
  implements PolicyInsightService, PolicyLatelyReader
{
  readonly #inner: DefaultPolicyInsightService;
  readonly #permissions: PermissionsService;
  readonly #sources: ViewSources;

  static create(options: {
    insights: DefaultPolicyInsightService;
    permissions: PermissionsService;
    sources: ViewSources;
  }) {
    return new AuthorizedPolicyInsightService(options);
  }

  private constructor(options: {
    insights: DefaultPolicyInsightService;
    permissions: PermissionsService;
    sources: ViewSources;
  }) {
    this.#inner = options.insights;
    this.#permissions = options.permissions;
    this.#sources = options.sources;
  }

  async coverage(
    query: CheckpointCoverageOptions,
    options: { caller: PersonCaller },
  ): Promise<CheckpointCoverage> {
    await assertMayReadPolicies(this.#permissions, options.caller);
    const coverage = await this.#inner.coverage(query, options);
    const view = this.#view(options.caller, 'checkpoint-coverage');
    view.allow(coverage.policies.map(({ ref }) => ref));
    return view.mask(coverage);
  }

  async effects(
    policyRef: string,
    query: { days?: number },
    options: { caller: PersonCaller },
  ): Promise<PolicyEffects> {
    await assertMayReadPolicies(this.#permissions, options.caller);
    const view = this.#view(options.caller, 'policy-effects');
    view.allow([policyRef]);
    const effects = await this.#inner.effects(policyRef, query, {
      ...options,
      scopeOf: pairs => scopeIn(view, pairs),
    });
    return view.mask(effects);
  }

  async lately(
    policyRefs: string[],
    options: { caller: PersonCaller },
  ): Promise<Map<string, PolicyLately>> {
    const view = this.#view(options.caller, 'policy-effects');
    return this.#inner.lately(policyRefs, {
      scopeOf: pairs => scopeIn(view, pairs),
    });
  }

  #view(caller: PersonCaller, operation: string): CallerView {
    return CallerView.create({ sources: this.#sources, caller, operation });
  }
}

/** Whose decisions count: those of requests that the caller sees, by the same rule as the requests themselves. */
async function scopeIn(
  view: CallerView,
  pairs: Array<{ agentRef: string; targetRef: string }>,
): Promise<EffectScope> {
  const subjects = pairs.map((pair, index) => ({ ...pair, id: `${index}` }));
  const seen = await view.see(subjects);
  if ([...seen.values()].includes('auditor')) {
    return 'everything';
  }
  const seenAs = (how: 'reader' | 'owner') =>
    subjects.filter(({ id }) => seen.get(id) === how);
  const agents = (some: typeof subjects) => [
    ...new Set(some.map(({ agentRef }) => agentRef)),
  ];
  return {
    agents: agents(seenAs('reader')),
    targets: [...new Set(seenAs('reader').map(({ targetRef }) => targetRef))],
    allOf: agents(seenAs('owner')),
  };
}
