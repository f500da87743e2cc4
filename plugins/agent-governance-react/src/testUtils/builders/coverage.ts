import { Coverage } from '@agentgov/backstage-plugin-agent-governance-common';

/** A portal with one plugin that has everything, and one road that nobody watches. @public */
export function someAgentCoverage(overrides: Partial<Coverage> = {}): Coverage {
  return {
    plugins: [
      {
        id: 'catalog',
        installed: true,
        reads: ['/entities', '/entities/by-query'],
        doors: [],
        routes: [
          {
            actionId: 'route:register-location',
            title: 'Register a location',
            method: 'POST',
            path: '/locations',
            target: { ref: 'system:default/portal' },
            environment: 'production',
            effectClass: 'once',
          },
        ],
        portalActions: [
          {
            actionId: 'catalog:refresh-catalog-entity',
            title: 'Refresh Catalog Entity',
            mapped: true,
            target: { input: 'entityRef, or kind, namespace and name' },
            environment: 'production',
            effectClass: 'idempotent',
          },
        ],
        problems: [],
      },
    ],
    roads: [
      {
        id: 'service-tokens',
        title: 'Service tokens',
        covered: 'no',
        because: 'A service is not an agent.',
        found: ['registry (static)'],
      },
    ],
    mcpServers: [],
    ...overrides,
  };
}
