import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { PolicyDraft } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  policyEntityOf,
  writePolicyFile,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import {
  PendingChange,
  PolicyChangeStore,
} from '../../store/PolicyChangeStore';
import { PolicyStore, StoredPolicy } from '../../store/PolicyStore';
import { ReplayDesk } from '../replays/ReplayDesk';

const DAY_MS = 86_400_000;
const DAYS = 7;
/** More changes than this do not wait at once; the others get theirs when these are through. */
const MOST = 50;

interface Options {
  store: Pick<PolicyStore, 'list' | 'texts'>;
  changes: Pick<PolicyChangeStore, 'attachReplay'>;
  replays: Pick<ReplayDesk, 'startFor'>;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Attaches to each change of a policy that waits what it would have made of the decisions of the last days, to be seen by
 * those who may vote. A help for them: a change without one waits all the same.
 */
export class ChangeReplays {
  readonly #options: Options;
  /** Once each, by this process: what cannot be replayed now cannot be in two seconds. */
  readonly #tried = new Set<string>();

  static create(options: Options) {
    return new ChangeReplays(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Never throws. */
  async attach(): Promise<void> {
    try {
      const waiting = await this.#options.store.list({
        pending: true,
        limit: MOST,
      });
      for (const policy of waiting) {
        await this.#attachTo(policy);
      }
    } catch (error) {
      this.#warn(error);
    }
  }

  async #attachTo({ ref, title, pending }: StoredPolicy): Promise<void> {
    if (
      !pending ||
      pending.replayId !== undefined ||
      this.#tried.has(pending.id)
    ) {
      return;
    }
    this.#tried.add(pending.id);
    const { changes, replays, now } = this.#options;
    const to = now();
    try {
      const { id } = await replays.startFor({
        title: `Change of ${title}`,
        draft: await this.#draftOf(ref, pending),
        scope: {
          from: new Date(to.getTime() - DAYS * DAY_MS).toISOString(),
          to: to.toISOString(),
        },
        audience: pending.quorum.from,
      });
      await changes.attachReplay({ ref, changeId: pending.id, replayId: id });
    } catch (error) {
      this.#warn(error);
    }
  }

  async #draftOf(ref: string, { to }: PendingChange): Promise<PolicyDraft> {
    const text =
      to === undefined
        ? undefined
        : (await this.#options.store.texts([to])).get(to);
    return {
      changes: [
        text === undefined
          ? { kind: 'off', policyRef: ref }
          : {
              kind: 'text',
              text: writePolicyFile([policyEntityOf(JSON.parse(text))]),
            },
      ],
    };
  }

  #warn(error: unknown): void {
    this.#options.logger.warn(
      `A change of a policy waits without a replay: ${stringifyError(error)}`,
    );
  }
}
