import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import { ChangeNotifier } from './ChangeNotifier';

/** At most one signal in this time, in milliseconds: it says the same thing every time. */
const QUIET_MS = 250;

/** Tells open pages to refetch, through the signals plugin where there is one. */
export class SignalNotifier implements ChangeNotifier {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  #pending: NodeJS.Timeout | undefined;

  static create(options: { signals: SignalsService; logger: LoggerService }) {
    return new SignalNotifier(options);
  }

  private constructor(options: {
    signals: SignalsService;
    logger: LoggerService;
  }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  changed(): void {
    if (this.#pending) {
      return;
    }
    this.#pending = setTimeout(() => {
      this.#pending = undefined;
      this.#signals
        .publish({
          recipients: { type: 'broadcast' },
          channel: 'agent-governance',
          message: { refetch: true },
        })
        .catch(() => {
          // pages poll as well
          this.#logger.debug('A signal could not be published');
        });
    }, QUIET_MS);
    this.#pending.unref();
  }
}
