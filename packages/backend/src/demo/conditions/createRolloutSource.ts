import { createConditionSource } from '@agentgov/backstage-plugin-agent-governance-node';

/** One rollout as the demo world lists it. */
interface Rollout {
  id: string;
  entity: string;
  environment: string;
  startedAt: string;
}

/** Asks the demo world what is being rolled out by others than agents. */
export function createRolloutSource(options: { baseUrl: string }) {
  const url = `${options.baseUrl.replace(/\/+$/, '')}/rollouts`;
  return createConditionSource({
    id: 'acme-rollouts',
    title: 'Acme rollouts',
    kind: 'deployment',
    every: { seconds: 10 },
    timeout: { seconds: 5 },
    ttl: { minutes: 2 },
    lists: 'everything',
    async poll({ signal }) {
      const response = await fetch(url, { signal });
      if (!response.ok) {
        throw new Error(`The demo world answered ${response.status}`);
      }
      const observedAt = new Date().toISOString();
      const { items }: { items: Rollout[] } = await response.json();
      return items.map(({ id, entity, environment, startedAt }) => ({
        key: id,
        entityRef: entity,
        environment,
        status: 'started',
        title: `Rollout ${id}`,
        openedAt: startedAt,
        observedAt,
      }));
    },
  });
}
