import {
  CoverageDependency,
  CoveringPolicy,
  CoveringRule,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { describeDependency } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import {
  PlainText,
  useAgentGovernanceLinks,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Link, Text } from '@backstage/ui';
import { List } from '../List';
import styles from './CheckpointCoverage.module.css';

const EFFECTS: Record<CoveringRule['effect'], string> = {
  deny: 'Denies',
  'require-approval': 'Has a person look',
  allow: 'Lets through',
};

const STANDINGS = {
  current: '',
  'last-good': ', by its last good text',
  vanished: ', though it is gone from the catalog',
  'no-good-text': ', because it cannot be read',
};

/** What rules say, each with its policy and all that it depends on. */
export function CoveringRules(props: {
  label: string;
  rules: CoveringRule[];
  /** How many more there are. */
  more: number;
  policies: CoveringPolicy[];
}) {
  const { label, rules, more, policies } = props;
  return (
    <>
      <List aria-label={label}>
        {rules.map((rule, index) => (
          <li key={`${rule.policyRef} ${rule.rule} ${index}`}>
            <RuleLine
              rule={rule}
              policy={policies.find(({ ref }) => ref === rule.policyRef)}
            />
          </li>
        ))}
      </List>
      {more > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          And {more} more.
        </Text>
      )}
    </>
  );
}

function RuleLine(props: {
  rule: CoveringRule;
  policy: CoveringPolicy | undefined;
}) {
  const { rule, policy } = props;
  const { effect, extent, dependsOn, grants } = rule;
  return (
    <>
      <p className={styles.line}>
        {EFFECTS[effect]}
        {extent === 'always' ? ', always' : ', partly'}:{' '}
        {policy ? (
          <>
            the rule <PlainText text={rule.rule ?? ''} /> of{' '}
            <PolicyName policy={policy} />
            {policy.standing && STANDINGS[policy.standing]}
          </>
        ) : (
          'a rule of a policy that you may not see'
        )}
        {grants === 'with-another-level' &&
          '; a yes of this level alone is none'}
      </p>
      {dependsOn.length > 0 && (
        <ul className={styles.dependencies} aria-label="Only where">
          {dependsOn.map(dependency => (
            <li key={dependency.on}>
              <Dependency dependency={dependency} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Dependency(props: { dependency: CoverageDependency }) {
  const { dependency } = props;
  const words = describeDependency(dependency);
  return dependency.on === 'when' ? (
    <code>{words}</code>
  ) : (
    <PlainText text={words} />
  );
}

function PolicyName(props: { policy: CoveringPolicy }) {
  const { ref, title, standing } = props.policy;
  const links = useAgentGovernanceLinks();
  // what is gone from the catalog has no page there
  const href =
    standing === 'vanished'
      ? links.policies &&
        `${links.policies()}?${new URLSearchParams({ policy: ref })}`
      : links.policy?.(ref);
  return href ? (
    <Link href={href} title={ref}>
      <PlainText text={title} />
    </Link>
  ) : (
    <PlainText text={title} />
  );
}
