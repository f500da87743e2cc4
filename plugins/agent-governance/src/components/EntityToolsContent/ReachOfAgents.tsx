import {
  useAgentGovernanceLinks,
  useAgents,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Link } from '@backstage/ui';
import { EmptyState } from '../EmptyState';
import { List } from '../List';
import { LoadState } from '../LoadState';
import { Section } from '../Section';
import styles from './EntityToolsContent.module.css';

/** Each agent, with the way to what it could do with this server, and to what agents asked of it. */
export function ReachOfAgents(props: { entityRef: string }) {
  const { entityRef } = props;
  const agents = useAgents();
  const { agentsAt } = useAgentGovernanceLinks();
  const reach = new URLSearchParams({
    view: 'reach',
    kind: 'api',
    target: entityRef,
  });
  return (
    <Section title="Who could call them">
      <LoadState query={agents} what="the agents of this portal">
        {agents.data?.length === 0 && (
          <EmptyState title="There are no agents you may see." />
        )}
        <List gap="tight">
          {agents.data?.map(({ ref, title }) => (
            <li key={ref}>
              {agentsAt ? (
                <Link href={`${agentsAt(ref)}?${reach}`}>Reach of {title}</Link>
              ) : (
                title
              )}
            </li>
          ))}
        </List>
        {agentsAt && (
          <p className={styles.line}>
            <Link href={agentsAt(entityRef)}>What agents asked of it</Link>
          </p>
        )}
      </LoadState>
    </Section>
  );
}
