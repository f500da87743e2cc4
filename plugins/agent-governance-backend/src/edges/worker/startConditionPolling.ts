import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { ConditionPoller } from '../../service/conditions/ConditionPoller';

/** Has every source asked in its time, by one replica each time. */
export async function startConditionPolling(options: {
  poller: ConditionPoller;
  scheduler: SchedulerService;
  logger: LoggerService;
}): Promise<void> {
  const { poller, scheduler, logger } = options;
  for (const { sourceId, everyMs, timeoutMs } of poller.tasks()) {
    await scheduler.scheduleTask({
      id: `condition-source:${sourceId}`,
      scope: 'global',
      frequency: { milliseconds: everyMs },
      timeout: { milliseconds: timeoutMs },
      fn: async signal => {
        try {
          await poller.poll(sourceId, signal);
        } catch (error) {
          logger.error(
            `Condition source '${sourceId}' gave no answer that counts: ${stringifyError(
              error,
            )}`,
          );
        }
      },
    });
  }
}
