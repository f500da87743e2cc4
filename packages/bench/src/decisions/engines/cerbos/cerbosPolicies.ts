import { groupBy } from '../../groupBy';
import { ScenarioPolicy, ScenarioRule } from '../../scenario';
import { comparisonText } from '../comparisonText';

/** The action whose denial says that a person has to look. */
export const UNATTENDED = 'unattended';

/** One resource policy for each team, by file name: Cerbos finds policies by the kind of the resource. */
export function toCerbos(
  policies: readonly ScenarioPolicy[],
): Map<string, object> {
  return new Map(
    Array.from(
      groupBy(policies, ({ team }) => team),
      ([team, own]) => [
        `${team}.json`,
        {
          apiVersion: 'api.cerbos.dev/v1',
          resourcePolicy: {
            resource: kindOf(team),
            version: 'default',
            rules: [
              { actions: [UNATTENDED], effect: 'EFFECT_ALLOW', roles: ['*'] },
              ...own.flatMap(({ name, namespace, rules }) =>
                rules.flatMap(rule => toRules(name, `${namespace}:*`, rule)),
              ),
            ],
          },
        },
      ],
    ),
  );
}

export function kindOf(team: string): string {
  return team.replace('-', '_');
}

/** An approval is a yes to the action and a no to doing it unattended. */
function toRules(policy: string, actions: string, rule: ScenarioRule) {
  const expr = rule.when
    .map(each => comparisonText(`R.attr.${each.attribute}`, each))
    .join(' && ');
  const make = (action: string, effect: string, suffix = '') => ({
    name: `${policy}-${rule.name}${suffix}`,
    actions: [action],
    effect,
    roles: ['*'],
    condition: { match: { expr } },
  });
  switch (rule.effect) {
    case 'deny':
      return [make(actions, 'EFFECT_DENY')];
    case 'allow':
      return [make(actions, 'EFFECT_ALLOW')];
    default:
      return [
        make(actions, 'EFFECT_ALLOW'),
        make(UNATTENDED, 'EFFECT_DENY', '-unattended'),
      ];
  }
}
