import { Explanation } from '@agentgov/backstage-plugin-agent-governance-common';
import { MATCHING_POLICIES } from '../decisions/scenario';
import { Bench } from '../load/Bench';
import { CompanyPolicies } from '../world/createPolicies';
import { PERSON, Pair } from '../world/createWorld';

/**
 * Makes sure that these policies decide, each team's about its own targets: what is measured is allowed after four of
 * them were evaluated over facts that are all known, and what one of them forbids is denied, by that one.
 *
 * @throws Error saying what is otherwise
 */
export async function assertPoliciesDecide(
  bench: Bench,
  { forbiddingVaults }: CompanyPolicies,
): Promise<void> {
  for (const pair of bench.world.regulars) {
    const { verdict, rules } = await explain(bench, pair);
    const policies = new Set(rules.map(({ policy }) => policy));
    expectThat(pair, verdict === 'allow', verdict);
    expectThat(pair, policies.size === MATCHING_POLICIES, [...policies].join());
    expectThat(
      pair,
      rules.every(({ matched }) => matched !== 'unknown'),
      'not known',
    );
  }
  for (const [index, pair] of bench.world.vaults.entries()) {
    const { verdict, rules } = await explain(bench, pair);
    const denying = rules.filter(
      ({ effect, matched }) => effect === 'deny' && matched === true,
    );
    expectThat(pair, verdict === 'deny', verdict);
    expectThat(
      pair,
      denying.length === 1 && denying[0].policy === forbiddingVaults[index],
      `denied by ${denying.map(({ policy }) => policy).join()}`,
    );
  }
}

/**
 * Makes sure that no policy decides, and that what the policies forbid is allowed.
 *
 * @throws Error saying what is otherwise
 */
export async function assertNoPolicyDecides(bench: Bench): Promise<void> {
  for (const pair of [...bench.world.regulars, ...bench.world.vaults]) {
    const { verdict, rules } = await explain(bench, pair);
    expectThat(pair, verdict === 'allow', verdict);
    expectThat(pair, rules.length === 0, 'decided by policies');
  }
}

function expectThat(pair: Pair, isSo: boolean, found: string): void {
  if (!isSo) {
    throw new Error(
      `${pair.agentRef} asking about ${pair.targetRef} is otherwise than was meant: ${found}`,
    );
  }
}

/** The verdict on a request, and every rule of a document that was looked at. */
async function explain(bench: Bench, pair: Pair) {
  const { id, verdict } = await bench.ask(pair);
  const { decisions } = await bench.client.call<Explanation>({
    method: 'GET',
    path: `/api/agent-governance/v1/action-requests/${id}/explanation`,
    token: bench.tokenOf(PERSON),
  });
  const rules = decisions[0].levels
    .filter(({ level }) => level === 'team')
    .flatMap(({ policies }) => policies)
    .flatMap(policy =>
      policy.rules.map(rule => ({ ...rule, policy: policy.id })),
    );
  return { verdict, rules };
}
