import { Scenario } from './Scenario';

/**
 * The same scenario with one rule of every team turned round: what an engine says of it is wrong, and a check that
 * does not notice is none.
 */
export function breakRule(scenario: Scenario, name = 'freeze'): Scenario {
  return {
    ...scenario,
    policies: scenario.policies.map(policy => ({
      ...policy,
      rules: policy.rules.map(rule =>
        rule.name === name
          ? {
              ...rule,
              when: rule.when.map(comparison =>
                comparison.attribute === name
                  ? { ...comparison, value: !comparison.value }
                  : comparison,
              ),
            }
          : rule,
      ),
    })),
  };
}
