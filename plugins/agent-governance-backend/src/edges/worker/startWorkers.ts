import { LifecycleService, LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { GovernanceConfig } from '../../GovernanceConfig';
import { AgentTokens } from '../../service/requests/AgentTokens';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { AttemptRunner } from '../../service/requests/AttemptRunner';
import { ExecutionQueue } from '../../service/requests/ExecutionQueue';
import { RequestAdvancer } from '../../service/requests/RequestAdvancer';
import { OutboxQueue } from '../../service/types';
import { ExecutionWorker } from './ExecutionWorker';
import { Loop } from './Loop';
import { OutboxSender } from './OutboxSender';

/** How long a shutdown waits for running attempts before it aborts them, in milliseconds. */
const GRACE_MS = 10_000;
/** How often what policies did is counted. */
const TALLY_MS = 1_000;
/** How often deadlines are labelled; they bind without it. */
const SWEEP_MS = 5_000;
/** How often every agent is looked at for changes. */
const WATCH_MS = 30_000;
/** How often a replica asks whether it is its turn to look at policies. */
const POLICY_TURN_MS = 500;
/** How soon a replay is gone on with whose runner is gone; what is started here begins at once. */
const REPLAYS_MS = 5_000;
const OVERDUE_BATCH = 100;
/** How many requests of each stop one look moves. */
const STOPS_BATCH = 500;
/** Renderings cannot be quoted after an hour; they are kept a while for those who ask why. */
const PRESENTATION_KEPT_MS = 24 * 3_600_000;

/** Starts what goes on without anybody asking: executing, labelling deadlines, telling people. */
export function startWorkers(options: {
  services: {
    queue: ExecutionQueue;
    attempts: AttemptRunner;
    actionCalls: { stop(): Promise<void> };
    tokens: Pick<AgentTokens, 'credentialsFor'>;
    outbox: OutboxQueue;
    advancer: RequestAdvancer;
    agentWatch: { look(): Promise<void> };
    policyWatch: { look(): Promise<void> };
    effectTallier: { look(): Promise<void> };
    /** Deletes what nobody can need any more. */
    forgetOld: (now: Date) => Promise<unknown>;
    sweepDelegations: (limit: number) => Promise<void>;
    sweepStops: (limit: number) => Promise<void>;
    replayQueue: {
      tick(): Promise<void>;
      sweep(): Promise<void>;
      stop(): Promise<void>;
      onWork(listener: () => void): void;
    };
  };
  actions: ActionRegistry;
  settings: GovernanceConfig['execution'];
  notifications: NotificationService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  workerId: string;
  /** Decides what time it is, and is compared with the database now and then. */
  clock: { now(): Date; measure(): Promise<unknown> };
  /** Something may have become due in this process; what others do is found by polling. */
  changes: { onChange(listener: () => void): void };
}): void {
  const { services, logger, lifecycle, clock } = options;
  const worker = ExecutionWorker.create({
    ...services,
    actions: options.actions,
    settings: options.settings,
    workerId: options.workerId,
    logger,
  });
  const sender = OutboxSender.create({
    outbox: services.outbox,
    notifications: options.notifications,
    logger,
  });
  const loops: Loop[] = [];
  lifecycle.addStartupHook(() => {
    const execution = Loop.start({
      name: 'The execution worker',
      everyMs: options.settings.pollMs,
      call: () => worker.tick(),
      logger,
    });
    const outbox = Loop.start({
      name: 'The outbox',
      everyMs: options.settings.pollMs,
      call: () => sender.tick(),
      logger,
    });
    const stops = Loop.start({
      name: 'The watch on stops',
      everyMs: options.settings.pollMs,
      call: async () => {
        await services.sweepStops(STOPS_BATCH);
        await worker.heedStops();
      },
      logger,
    });
    const replays = Loop.start({
      name: 'The queue of replays',
      everyMs: REPLAYS_MS,
      call: () => services.replayQueue.tick(),
      logger,
    });
    services.replayQueue.onWork(() => replays.nudge());
    worker.onFree(() => execution.nudge());
    options.changes.onChange(() => {
      execution.nudge();
      outbox.nudge();
    });
    loops.push(
      execution,
      outbox,
      stops,
      replays,
      Loop.start({
        name: 'The watch on agents',
        everyMs: WATCH_MS,
        call: () => services.agentWatch.look(),
        logger,
      }),
      Loop.start({
        name: 'The watch on policies',
        everyMs: POLICY_TURN_MS,
        call: () => services.policyWatch.look(),
        logger,
      }),
      Loop.start({
        name: 'The count of what policies did',
        everyMs: TALLY_MS,
        call: () => services.effectTallier.look(),
        logger,
      }),
      Loop.start({
        name: 'The sweep of deadlines',
        everyMs: SWEEP_MS,
        call: async () => {
          await clock.measure();
          await services.advancer.endOverdue(OVERDUE_BATCH);
          await services.sweepDelegations(OVERDUE_BATCH);
          await services.queue.sweep(
            new Date(clock.now().getTime() - PRESENTATION_KEPT_MS),
          );
          await services.forgetOld(clock.now());
          await services.replayQueue.sweep();
        },
        logger,
      }),
    );
  });
  lifecycle.addShutdownHook(async () => {
    await Promise.all(loops.map(loop => loop.stop()));
    await Promise.all([
      worker.stop(GRACE_MS),
      services.actionCalls.stop(),
      services.replayQueue.stop(),
    ]);
  });
}
