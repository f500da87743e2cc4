import { AgentGovernanceLinksProvider } from '@agentgov/backstage-plugin-agent-governance-react';
import { ReactNode } from 'react';
import { useLinks } from './useLinks';

/** Tells the widgets in everything of this plugin where its pages are. */
export function LinksWrapper(props: { children: ReactNode }) {
  return (
    <AgentGovernanceLinksProvider links={useLinks()}>
      {props.children}
    </AgentGovernanceLinksProvider>
  );
}
