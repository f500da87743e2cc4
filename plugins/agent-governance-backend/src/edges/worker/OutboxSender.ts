import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { OutboxQueue } from '../../service/types';

/** How many messages one look brings. */
const BATCH = 20;

/**
 * Sends what transactions left in the outbox: at least once, since a crash between sending and
 * noting so repeats it. Repeats carry the same scope, under which the receiver keeps one.
 */
export class OutboxSender {
  readonly #outbox: OutboxQueue;
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;

  static create(options: {
    outbox: OutboxQueue;
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    return new OutboxSender(options);
  }

  private constructor(options: {
    outbox: OutboxQueue;
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#outbox = options.outbox;
    this.#notifications = options.notifications;
    this.#logger = options.logger;
  }

  async tick(): Promise<void> {
    for (const claimed of await this.#outbox.claimDue(BATCH)) {
      const { recipients, except, ...payload } = claimed.message;
      try {
        await this.#notifications.send({
          recipients: {
            type: 'entity',
            entityRef: recipients,
            ...(except && { excludeEntityRef: except }),
          },
          payload: { ...payload, topic: 'agent-governance' },
        });
        await this.#outbox.sent(claimed);
      } catch (error) {
        this.#logger.warn(
          `A notification could not be sent and is tried again: ${stringifyError(
            error,
          )}`,
        );
        await this.#outbox.failed(claimed, stringifyError(error));
      }
    }
  }
}
