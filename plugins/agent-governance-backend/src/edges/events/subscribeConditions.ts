import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { ConditionIntake } from '../../service/types';

/**
 * Hears sources on topics of the events service as well.
 *
 * A convenience: whoever publishes there is trusted, nobody waits for an answer, and an event that cannot be taken in
 * is logged and gone.
 */
export async function subscribeConditions(options: {
  sources: Array<{ id: string; topics: string[] }>;
  intake: ConditionIntake;
  events: EventsService;
  logger: LoggerService;
}): Promise<void> {
  const { sources, intake, events, logger } = options;
  for (const { id, topics } of sources) {
    if (topics.length > 0) {
      await events.subscribe({
        id: `conditions-${id}`,
        topics,
        onEvent: async ({ topic, eventPayload }) => {
          try {
            await intake.hear(id, eventPayload);
          } catch (error) {
            logger.error(
              `An event of topic '${topic}' was not taken in as condition source '${id}': ${stringifyError(
                error,
              )}`,
            );
          }
        },
      });
    }
  }
}
