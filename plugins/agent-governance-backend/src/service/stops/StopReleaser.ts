import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { StopApproval } from '@agentgov/backstage-plugin-agent-governance-common';
import { StopStore, StoredStop } from '../../store/StopStore';
import { StopAuthority } from './StopAuthority';
import { StopSweeper } from './StopSweeper';

/** Before a release nothing may be left that the stop covers: it would run after all. */
const SWEPT_BEFORE = 10_000;

interface Options {
  store: StopStore;
  authority: StopAuthority;
  sweeper: StopSweeper;
  now: () => Date;
}

/** Counts who agrees to release a stop, and releases it when they are enough. */
export class StopReleaser {
  readonly #options: Options;

  static create(options: Options) {
    return new StopReleaser(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Records that one person agrees, and releases the stop when enough people do who have standing at this moment.
   *
   * @param stop - as the person saw it
   * @throws ConflictError with where it stands, when it is released or pulled again by now, the person agreed before,
   *   or what it covers is still being stopped
   */
  async agree(
    stop: StoredStop,
    person: { ref: string; via: string; comment?: string },
  ): Promise<void> {
    const { store, now } = this.#options;
    let isRecorded: boolean;
    let isNew = true;
    try {
      isRecorded = await store.approve({
        stopId: stop.id,
        revision: stop.revision,
        approvedBy: person.ref,
        standing: person.via,
        comment: person.comment,
        now: now(),
      });
    } catch (error) {
      if (!isDatabaseConflictError(error)) {
        throw error;
      }
      isRecorded = true;
      isNew = false;
    }
    if (!isRecorded) {
      throw new ConflictError('The stop was released or pulled again just now');
    }
    const isReleased = await this.#releaseIfAgreed(stop);
    if (!isNew && !isReleased) {
      throw new ConflictError(
        'You agreed before: releasing it takes the agreement of others',
      );
    }
  }

  async #releaseIfAgreed(stop: StoredStop): Promise<boolean> {
    const { store, sweeper, now } = this.#options;
    const approvals = (await store.approvals([stop])).get(stop.id)!;
    const counted = await this.#whoStillCount(stop, approvals);
    if (counted.length < stop.quorum) {
      return false;
    }
    if (!(await sweeper.sweepOne(stop, SWEPT_BEFORE))) {
      throw new ConflictError(
        'Enough people agreed, and requests in its scope are still being stopped: agree again in a moment',
      );
    }
    const released = await store.release({
      stopId: stop.id,
      revision: stop.revision,
      counted: counted.map(({ id }) => id),
      now: now(),
    });
    return released !== undefined;
  }

  /** Approvals are one for each person; of those, the ones whose authors have standing at this moment. */
  async #whoStillCount(
    { scope }: StoredStop,
    approvals: StopApproval[],
  ): Promise<StopApproval[]> {
    const standings = await Promise.all(
      approvals.map(({ approvedBy }) =>
        this.#options.authority.standing(scope, approvedBy),
      ),
    );
    return approvals.filter((_, index) => standings[index].allowed);
  }
}
