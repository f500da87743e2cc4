import { groupBy } from '../../groupBy';
import { Scenario, Verdict } from '../../scenario';
import { Decider, Engine } from '../Engine';
import { loadPeer } from '../peers/loadPeer';
import { namespaceOf } from '../namespaceOf';
import { APPROVAL, toCedar } from './cedarPolicies';

/** What of the library is used. */
interface Cedar {
  preparsePolicySet(
    id: string,
    policies: { staticPolicies: Record<string, string> },
  ): { type: 'success' } | { type: 'failure'; errors: unknown[] };
  statefulIsAuthorized(call: object):
    | {
        type: 'success';
        response: {
          decision: 'allow' | 'deny';
          diagnostics: { reason: string[]; errors: unknown[] };
        };
      }
    | { type: 'failure'; errors: unknown[] };
}

const WORKED_ROUND =
  'It knows allow and deny: an approval is a `forbid` whose id says so, read back from the reasons. One Cedar policy for each rule. An `allow` that matches is not reported beside a `forbid`. It has no third value: all facts are known here';

/** All policies as one set, parsed beforehand. */
export const cedarWhole: Engine = {
  id: 'cedar',
  title: 'Cedar (wasm), whole preparsed set',
  includes:
    '`statefulIsAuthorized`: the request into the module and the answer with its reasons out of it',
  workedRound: WORKED_ROUND,
  async load(scenario) {
    const cedar = loadPeer<Cedar>('@cedar-policy/cedar-wasm/nodejs');
    const set = `whole-${scenario.size}`;
    prepare(cedar, set, scenario.policies);
    return decider(cedar, scenario, () => set);
  },
};

/** One preparsed set for each team: whoever calls has to know what can apply. */
export const cedarSliced: Engine = {
  id: 'cedar-sliced',
  title: 'Cedar (wasm), sliced by hand',
  includes:
    'the same over a set of the four policies that apply, found by the host',
  workedRound: WORKED_ROUND,
  async load(scenario) {
    const cedar = loadPeer<Cedar>('@cedar-policy/cedar-wasm/nodejs');
    const setOf = (team: string, namespace: string) =>
      `${scenario.size}-${team}-${namespace}`;
    for (const [set, policies] of groupBy(
      scenario.policies,
      ({ team, namespace }) => setOf(team, namespace),
    )) {
      prepare(cedar, set, policies);
    }
    return decider(cedar, scenario, setOf);
  },
};

function prepare(
  cedar: Cedar,
  id: string,
  policies: Scenario['policies'],
): void {
  const answer = cedar.preparsePolicySet(id, {
    staticPolicies: toCedar(policies),
  });
  if (answer.type === 'failure') {
    throw new Error(JSON.stringify(answer.errors));
  }
}

function decider(
  cedar: Cedar,
  { requests }: Scenario,
  setOf: (team: string, namespace: string) => string,
): Decider {
  const prepared = requests.map(({ team, attributes }) => ({
    team,
    namespace: namespaceOf(attributes.action),
    call: {
      principal: { type: 'Agent', id: 'release-bot' },
      action: { type: 'Action', id: attributes.action },
      resource: { type: 'Team', id: team },
      context: { ...attributes, namespace: namespaceOf(attributes.action) },
      entities: [],
    },
  }));
  return {
    decide(index) {
      const { team, namespace, call } = prepared[index];
      const answer = cedar.statefulIsAuthorized({
        ...call,
        preparsedPolicySetId: setOf(team, namespace),
      });
      if (
        answer.type === 'failure' ||
        answer.response.diagnostics.errors.length > 0
      ) {
        throw new Error(`Cedar could not decide: ${JSON.stringify(answer)}`);
      }
      return verdictOf(answer.response);
    },
  };
}

function verdictOf({
  decision,
  diagnostics: { reason },
}: {
  decision: 'allow' | 'deny';
  diagnostics: { reason: string[] };
}): Verdict {
  if (decision === 'allow') {
    return 'allow';
  }
  return reason.length > 0 && reason.every(id => id.startsWith(APPROVAL))
    ? 'hold'
    : 'deny';
}
