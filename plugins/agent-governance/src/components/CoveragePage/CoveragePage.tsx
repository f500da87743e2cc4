import { Coverage } from '@agentgov/backstage-plugin-agent-governance-common';
import { useCoverage } from '@agentgov/backstage-plugin-agent-governance-react';
import { Text } from '@backstage/ui';
import { LoadState } from '../LoadState';
import { PageMain } from '../PageMain';
import { ViewTabs } from '../ViewTabs';
import { PluginList } from './PluginList';
import { PortalActionList } from './PortalActionList';
import { RoadList } from './RoadList';
import { ServerList } from './ServerList';

/** What of the portal is open to agents, by which roads, and what of it nobody watches. For those who read the whole record. */
export function CoveragePage() {
  const coverage = useCoverage();
  return (
    <PageMain
      title="Coverage"
      description="What of this portal is open to agents, how it is governed, and which roads governance does not see."
    >
      <LoadState query={coverage} what="the coverage of this portal">
        {() => <CoverageViews coverage={coverage.data!} />}
      </LoadState>
    </PageMain>
  );
}

function CoverageViews(props: { coverage: Coverage }) {
  const { plugins, roads, mcpServers } = props.coverage;
  return (
    <>
      <Text as="p" variant="body-medium">
        {inWords(props.coverage)}
      </Text>
      <ViewTabs
        label="Coverage"
        views={[
          {
            id: 'roads',
            title: 'Roads in',
            render: () => <RoadList roads={roads} />,
          },
          {
            id: 'plugins',
            title: 'Plugins',
            render: () => <PluginList plugins={plugins} />,
          },
          {
            id: 'actions',
            title: 'Portal actions',
            render: () => <PortalActionList plugins={plugins} />,
          },
          {
            id: 'servers',
            title: 'MCP servers',
            render: () => <ServerList servers={mcpServers} />,
          },
        ]}
      />
    </>
  );
}

/** What asks for somebody's attention, before all else. */
function inWords({ plugins, roads, mcpServers }: Coverage): string {
  const actions = plugins.flatMap(({ portalActions }) => portalActions);
  const sum = (state: 'new' | 'changed') =>
    mcpServers.reduce((total, { tools }) => total + tools[state], 0);
  const problems =
    plugins.reduce((total, one) => total + one.problems.length, 0) +
    actions.filter(({ problem }) => problem !== undefined).length +
    mcpServers.reduce((total, one) => total + one.problems.length, 0);
  return [
    `Roads not governed: ${roads.filter(one => one.covered === 'no').length}`,
    `unmapped actions: ${actions.filter(({ mapped }) => !mapped).length}`,
    `new tools: ${sum('new')}`,
    `changed tools: ${sum('changed')}`,
    `servers down: ${mcpServers.filter(one => one.state === 'down').length}`,
    `problems: ${problems}`,
  ].join(' · ');
}
