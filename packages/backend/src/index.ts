import { createBackend } from '@backstage/backend-defaults';
import { catalogModuleTemplates } from './templates';
import { quietRootHttpRouter } from './quietRootHttpRouter';

const backend = createBackend();

backend.add(quietRootHttpRouter);
backend.add(import('@backstage/plugin-app-backend'));

// People, agents and what they may do
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(
  import('@agentgov/backstage-plugin-auth-backend-module-agent-provider'),
);
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import(
    '@agentgov/backstage-plugin-permission-backend-module-agent-governance'
  ),
);

// What the company is made of
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@agentgov/backstage-plugin-catalog-backend-module-agent-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-ai-model'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

// What people have done for them, and programs over MCP; for agents each of it is an action request
backend.add(catalogModuleTemplates);
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// Agents at work
backend.add(import('@agentgov/backstage-plugin-agent-governance-backend'));

// Telling people
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

// The made-up company; adds nothing unless `demo.enabled` is set
backend.add(import('./demo'));

backend.start();
