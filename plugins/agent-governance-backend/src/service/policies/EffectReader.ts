import { InputError } from '@backstage/errors';
import {
  PolicyEffects,
  PolicyLately,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  CountedEffects,
  EffectScope,
  PolicyEffectStore,
} from '../../store/PolicyEffectStore';
import { spokeIn, toModes } from './sumEffects';
import { toEffectSample } from './toEffectSample';

const DAY_MS = 24 * 3_600_000;
const DEFAULT_DAYS = 30;
const MAX_DAYS = 90;
const LATELY_DAYS = 7;
/** Who may be read is asked of so many pairs of agent and target, those with the most decisions. */
const MAX_PAIRS = 2_000;
const MAX_LISTED = 50;
const LATEST = 10;
/** Counting follows deciding within seconds; what is older than this was left from before. */
const BEHIND_MS = 10 * 60_000;

/** Which of these pairs somebody may see. */
export type ScopeOf = (
  pairs: Array<{ agentRef: string; targetRef: string }>,
) => Promise<EffectScope>;

/** Tells what policies did, of the decisions that somebody may see; asked of the counts with what they may see, never cut afterwards. */
export class EffectReader {
  readonly #store: PolicyEffectStore;
  readonly #now: () => Date;

  static create(options: { store: PolicyEffectStore; now: () => Date }) {
    return new EffectReader(options);
  }

  private constructor(options: { store: PolicyEffectStore; now: () => Date }) {
    this.#store = options.store;
    this.#now = options.now;
  }

  async effects(
    policyRef: string,
    query: { days?: number },
    scopeOf: ScopeOf,
  ): Promise<PolicyEffects> {
    const days = this.#lastDays(parseDays(query.days));
    const [from] = days;
    const { scope, partial } = await this.#scope([policyRef], from, scopeOf);
    const options = { policyRef, since: from, scope };
    const [byDay, byAgent, byRule, latest, oldest] = await Promise.all([
      this.#store.sumsBy('day', options),
      this.#store.sumsBy('agent', options),
      this.#store.sumsBy('rule', options),
      this.#store.latest({ ...options, limit: LATEST }),
      this.#store.oldestUntallied(),
    ]);
    return {
      policyRef,
      from,
      to: days[days.length - 1],
      total: toModes(byDay),
      days: days.map(day => ({
        day,
        ...toModes(byDay.filter(({ key }) => key === day)),
      })),
      agents: mostFrequent(byAgent),
      rules: byRule
        .map(({ key, mode, decisions }) => ({ name: key, mode, decisions }))
        .sort((a, b) => b.decisions - a.decisions || (a.name < b.name ? -1 : 1))
        .slice(0, MAX_LISTED),
      latest: latest.flatMap(row => toEffectSample(row, policyRef) ?? []),
      catchingUp:
        oldest !== undefined &&
        Date.parse(oldest) < this.#now().getTime() - BEHIND_MS,
      partial,
    };
  }

  async lately(
    policyRefs: string[],
    scopeOf: ScopeOf,
  ): Promise<Map<string, PolicyLately>> {
    const [since] = this.#lastDays(LATELY_DAYS);
    const { scope } = await this.#scope(policyRefs, since, scopeOf);
    const sums = await this.#store.sums({ policyRefs, since, scope });
    return new Map(
      policyRefs.map(ref => {
        const own = sums.filter(({ policyRef }) => policyRef === ref);
        const matched = own.reduce((sum, counts) => sum + spokeIn(counts), 0);
        const changed = own.reduce((sum, counts) => sum + counts.changed, 0);
        return [ref, { since, matched, changed }];
      }),
    );
  }

  async #scope(
    policyRefs: string[],
    since: string,
    scopeOf: ScopeOf,
  ): Promise<{ scope: EffectScope; partial: boolean }> {
    const pairs = await this.#store.pairs({
      policyRefs,
      since,
      limit: MAX_PAIRS + 1,
    });
    const scope = await scopeOf(pairs.slice(0, MAX_PAIRS));
    return {
      scope,
      partial: scope !== 'everything' && pairs.length > MAX_PAIRS,
    };
  }

  /** Days in UTC, the oldest first, today included. */
  #lastDays(count: number): string[] {
    const today = this.#now().getTime();
    return Array.from({ length: count }, (_, index) =>
      new Date(today - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
    );
  }
}

function parseDays(days: number = DEFAULT_DAYS): number {
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) {
    throw new InputError(`days: must be a whole number from 1 to ${MAX_DAYS}`);
  }
  return days;
}

function mostFrequent(
  counted: Array<CountedEffects & { key: string }>,
): PolicyEffects['agents'] {
  const agentRefs = [...new Set(counted.map(({ key }) => key))];
  return agentRefs
    .map(agentRef => ({
      agentRef,
      ...toModes(counted.filter(({ key }) => key === agentRef)),
    }))
    .sort(
      (a, b) =>
        b.enforce.decisions +
          b.shadow.decisions -
          a.enforce.decisions -
          a.shadow.decisions || (a.agentRef < b.agentRef ? -1 : 1),
    )
    .slice(0, MAX_LISTED);
}
