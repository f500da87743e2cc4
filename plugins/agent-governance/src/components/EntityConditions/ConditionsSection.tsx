import { useConditions } from '@agentgov/backstage-plugin-agent-governance-react';
import { LoadState } from '../LoadState';
import { Section } from '../Section';
import { EnvironmentItem } from './EnvironmentItem';
import styles from './EntityConditions.module.css';

/** What is going on around an entity, environment by environment, as decisions see it. */
export function ConditionsSection(props: {
  conditions: ReturnType<typeof useConditions>;
}) {
  const { conditions } = props;
  return (
    <Section title="What is going on here">
      <LoadState query={conditions} what="what is going on here">
        <ul className={styles.environments}>
          {conditions.data?.environments.map(one => (
            <EnvironmentItem key={one.environment} conditions={one} />
          ))}
        </ul>
      </LoadState>
    </Section>
  );
}
