import { ScenarioPolicy, ScenarioRule } from '../../scenario';
import { comparisonText } from '../comparisonText';

/** Ids of forbids that stand for an approval begin so. */
export const APPROVAL = 'approval/';

/** One Cedar policy for each rule, by id. */
export function toCedar(
  policies: readonly ScenarioPolicy[],
): Record<string, string> {
  return Object.fromEntries(
    policies.flatMap(policy =>
      policy.rules.map(rule => [
        idOf(policy, rule),
        `${
          rule.effect === 'allow' ? 'permit' : 'forbid'
        } (principal, action, resource == Team::"${policy.team}") when { ${[
          `context.namespace == "${policy.namespace}"`,
          ...rule.when.map(each =>
            comparisonText(`context.${each.attribute}`, each),
          ),
        ].join(' && ')} };`,
      ]),
    ),
  );
}

function idOf({ name }: ScenarioPolicy, rule: ScenarioRule): string {
  const id = `${name}/${rule.name}`;
  return rule.effect === 'require-approval' ? APPROVAL + id : id;
}
