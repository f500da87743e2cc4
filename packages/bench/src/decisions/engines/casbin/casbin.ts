import { groupBy } from '../../groupBy';
import { ScenarioPolicy, ScenarioRule, Verdict } from '../../scenario';
import { Engine } from '../Engine';
import { namespaceOf } from '../namespaceOf';
import { loadPeer } from '../peers/loadPeer';
import { comparisonText } from '../comparisonText';

/** What of the library is used. */
interface Casbin {
  newModelFromString(text: string): unknown;
  newEnforcer(
    model: unknown,
    adapter: unknown,
  ): Promise<{
    enforceExSync(...request: unknown[]): [boolean, string[]];
  }>;
  StringAdapter: new (text: string) => unknown;
}

const MODEL = `
[request_definition]
r = team, namespace, a

[policy_definition]
p = team, namespace, cond, eft, kind

[policy_effect]
e = priority(p.eft) || deny

[matchers]
m = r.team == p.team && r.namespace == p.namespace && eval(p.cond)
`;

const STRICTNESS = ['deny', 'require-approval', 'allow'];

export const casbin: Engine = {
  id: 'casbin',
  title: 'casbin',
  includes: '`enforceExSync` with the `priority` effect and `eval(p.cond)`',
  workedRound:
    'It knows allow and deny: an approval is an allow row with a column that says so, and the order of a team’s rows makes the most restrictive the first. One row for each rule. It stops at the first row that matches, and names no other',
  async load({ policies, requests }) {
    const { newModelFromString, newEnforcer, StringAdapter } =
      loadPeer<Casbin>('casbin');
    const enforcer = await newEnforcer(
      newModelFromString(MODEL),
      new StringAdapter(rowsOf(policies).join('\n')),
    );
    const prepared = requests.map(({ team, attributes }) => ({
      team,
      namespace: namespaceOf(attributes.action),
      attributes,
    }));
    return {
      decide(index): Verdict {
        const { team, namespace, attributes } = prepared[index];
        const [allowed, row] = enforcer.enforceExSync(
          team,
          namespace,
          attributes,
        );
        if (!allowed) {
          return 'deny';
        }
        return row[4] === 'approval' ? 'hold' : 'allow';
      },
    };
  },
};

/** Team by team, the most restrictive first. */
function rowsOf(policies: readonly ScenarioPolicy[]): string[] {
  return [...groupBy(policies, ({ team }) => team).values()].flatMap(own =>
    own
      .flatMap(policy => policy.rules.map(rule => ({ policy, rule })))
      .sort((a, b) => strictness(a.rule) - strictness(b.rule))
      .map(({ policy: { team, namespace }, rule }) =>
        [
          'p',
          team,
          namespace,
          `"${rule.when
            .map(each => comparisonText(`r.a.${each.attribute}`, each, "'"))
            .join(' && ')}"`,
          rule.effect === 'deny' ? 'deny' : 'allow',
          rule.effect === 'require-approval' ? 'approval' : 'plain',
        ].join(', '),
      ),
  );
}

function strictness({ effect }: ScenarioRule): number {
  return STRICTNESS.indexOf(effect);
}
