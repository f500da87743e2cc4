import { AgentGovernanceApi } from '@agentgov/backstage-plugin-agent-governance-common';
import { agentGovernanceApiRef } from '@agentgov/backstage-plugin-agent-governance-react';
import { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { agentGovernancePlugin } from '../plugin';

const ENTITY_PATH = '/catalog/:namespace/:kind/:name';

/** The whole plugin, installed, at one address, over a portal in memory. */
export function renderPlugin(options: {
  path: string;
  api: AgentGovernanceApi;
  entities?: Entity[];
}) {
  const { path, api, entities = [] } = options;
  return renderTestApp({
    features: [agentGovernancePlugin],
    apis: [[agentGovernanceApiRef, api], catalogApiMock({ entities })],
    initialRouteEntries: [path],
    mountedRoutes: { [ENTITY_PATH]: entityRouteRef },
  });
}

const CARD = 'entity-card:agent-governance/overview';
const CONTENT = 'entity-content:agent-governance/agents';

const TOOLS = 'entity-content:agent-governance/tools';

/** What is not shown beside what is looked at. */
const HIDDEN = {
  card: [CONTENT, TOOLS],
  content: [CARD, TOOLS],
  tools: [CARD, CONTENT],
};

/** The plugin's card or tab on the page of an entity, filters and wrapper in force. */
export function renderOnEntity(options: {
  show: 'card' | 'content' | 'tools';
  entity: Entity;
  /** What else is in the catalog. */
  others?: Entity[];
  /** With its question mark. */
  search?: string;
  api: AgentGovernanceApi;
}) {
  const { show, entity, others = [], search = '', api } = options;
  return renderTestApp({
    features: [agentGovernancePlugin],
    extensions: [createTestEntityPage({ entity })],
    apis: [
      [agentGovernanceApiRef, api],
      catalogApiMock({ entities: [entity, ...others] }),
    ],
    config: {
      app: { extensions: HIDDEN[show].map(id => ({ [id]: false })) },
    },
    initialRouteEntries: [`/${search}`],
  });
}

/** Something of a kind agents act on, or an agent. */
export function anEntity(kind = 'Component', name = 'payments-api'): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: { type: 'service', owner: 'group:default/payments' },
  };
}
