import { NotFoundError } from '@backstage/errors';
import {
  Freeze,
  FreezeException,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { FreezeTimes } from '../../facts/freezes/FreezeTimes';
import { exceptionState } from '../../facts/freezes/exceptionState';
import { toFreeze } from '../../facts/freezes/toFreeze';
import {
  FreezeStore,
  StoredFreeze,
  StoredFreezeException,
} from '../../store/FreezeStore';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Options {
  store: Pick<FreezeStore, 'get' | 'exception' | 'exceptions'>;
  times: FreezeTimes;
  /** How many people it takes to end one. */
  required: number;
  now: () => Date;
}

/** Finds freezes and exceptions by id, and says how they stand now. */
export class FreezeFinder {
  readonly #options: Options;

  static create(options: Options) {
    return new FreezeFinder(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @throws NotFoundError */
  async find(id: string): Promise<StoredFreeze> {
    const freeze = UUID.test(id)
      ? await this.#options.store.get(id)
      : undefined;
    if (!freeze) {
      throw new NotFoundError('There is no such freeze');
    }
    return freeze;
  }

  /** @throws NotFoundError; also for an exception from another freeze */
  async findException(
    freezeId: string,
    id: string,
  ): Promise<StoredFreezeException> {
    const exception = UUID.test(id)
      ? await this.#options.store.exception(id)
      : undefined;
    if (!exception || exception.freezeId !== freezeId) {
      throw new NotFoundError('There is no such exception');
    }
    return exception;
  }

  present(freeze: StoredFreeze, now = this.#options.now()): Freeze {
    return toFreeze(freeze, { ...this.#options, now });
  }

  /** The same with the exceptions that are active now: one read for all of them. */
  async presentWithExceptions(
    freezes: StoredFreeze[],
    now = this.#options.now(),
  ): Promise<Freeze[]> {
    const exceptions =
      freezes.length === 0
        ? []
        : await this.#options.store.exceptions(freezes.map(({ id }) => id));
    const at = now.toISOString();
    return freezes.map(freeze => {
      const active = exceptions
        .filter(
          ({ freezeId }) =>
            freezeId === freeze.id && freeze.endedAt === undefined,
        )
        .filter(({ state, from, to }) => {
          return state === 'active' && from <= at && at < to;
        })
        .map(one => this.presentException(one));
      return {
        ...this.present(freeze, now),
        ...(active.length > 0 && { exceptions: active }),
      };
    });
  }

  presentException(exception: StoredFreezeException): FreezeException {
    const { approvedBy, required, ...rest } = exception;
    return {
      ...rest,
      state: exceptionState(exception, this.#options.now()),
      approvals: { agreedBy: approvedBy, required },
    };
  }
}
