import { useConditionSources } from '@agentgov/backstage-plugin-agent-governance-react';
import { EmptyState } from '../EmptyState';
import { List } from '../List';
import { LoadState } from '../LoadState';
import { PageMain } from '../PageMain';
import { Section } from '../Section';
import { SourceItem } from './SourceItem';

/** Who tells the portal what is going on, for those who run it. */
export function SourcesPage() {
  const sources = useConditionSources();
  return (
    <PageMain
      title="Sources"
      description="Who tells the portal of incidents, health and deployments, and whether they are heard."
    >
      <Section title="Sources of conditions">
        <LoadState query={sources} what="the sources of conditions">
          {sources.data?.length === 0 && (
            <EmptyState
              title="Nobody reports what is going on."
              description="Incidents and health are unknown to every decision. Sources are configured in agentGovernance.conditions.sources, or added by a module."
            />
          )}
          <List gap="wide">
            {sources.data?.map(source => (
              <SourceItem key={source.id} source={source} />
            ))}
          </List>
        </LoadState>
      </Section>
    </PageMain>
  );
}
