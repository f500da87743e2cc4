import { LifecycleService, LoggerService } from '@backstage/backend-plugin-api';
import { Loop } from './Loop';

/** How soon a tool that was accepted at another replica can be called here, in milliseconds. */
const LOOK_MS = 1_000;

/** Connects to the MCP servers behind the gateway for as long as the portal runs. */
export function startToolFleet(options: {
  fleet: {
    start(): Promise<void>;
    look(): Promise<void>;
    stop(): Promise<void>;
  };
  lifecycle: LifecycleService;
  logger: LoggerService;
}): void {
  const { fleet, lifecycle, logger } = options;
  let watch: Loop | undefined;
  lifecycle.addStartupHook(async () => {
    await fleet.start();
    watch = Loop.start({
      name: 'The watch on MCP tools',
      everyMs: LOOK_MS,
      call: () => fleet.look(),
      logger,
    });
  });
  lifecycle.addShutdownHook(async () => {
    await watch?.stop();
    await fleet.stop();
  });
}
