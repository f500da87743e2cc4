import { EventsService } from '@backstage/plugin-events-node';

/**
 * Asks the catalog for its policies at once when something says that they may have changed. A convenience: without it they
 * are asked for in their turn, and what an event says is not looked at.
 */
export async function subscribePolicies(options: {
  topics: string[];
  watch: { hurry(): void };
  events: EventsService;
}): Promise<void> {
  const { topics, watch, events } = options;
  if (topics.length > 0) {
    await events.subscribe({
      id: 'policies',
      topics,
      onEvent: async () => watch.hurry(),
    });
  }
}
