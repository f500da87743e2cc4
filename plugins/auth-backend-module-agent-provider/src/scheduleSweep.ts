import { SchedulerService } from '@backstage/backend-plugin-api';
import { UsedAssertionStore } from './assertion/UsedAssertionStore';

/** Longer than the clocks of two replicas are ever apart, in milliseconds. */
const SLACK_MS = 10 * 60 * 1000;

/** Has assertions forgotten that are refused as expired anyway, by every replica's clock. */
export async function scheduleSweep(options: {
  scheduler: SchedulerService;
  used: UsedAssertionStore;
}): Promise<void> {
  await options.scheduler.scheduleTask({
    id: 'agent-assertion-sweep',
    frequency: { minutes: 10 },
    timeout: { minutes: 1 },
    fn: async () =>
      options.used.forgetExpired({ before: new Date(Date.now() - SLACK_MS) }),
  });
}
