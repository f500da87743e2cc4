import { mockServices } from '@backstage/backend-test-utils';
import { PolicyWatch } from './PolicyWatch';

function setUp(turn: boolean) {
  const logger = mockServices.logger.mock();
  const load = jest.fn(async () => 0);
  const takeTurn = jest.fn(async () => turn);
  const watch = PolicyWatch.create({
    loader: { load },
    store: { takeTurn },
    everyMs: 2_000,
    logger,
  });
  return { watch, load, takeTurn, logger };
}

describe('PolicyWatch', () => {
  it('looks when it is this replica’s turn, and only then', async () => {
    const mine = setUp(true);
    await mine.watch.look();
    expect(mine.load).toHaveBeenCalledTimes(1);
    const theirs = setUp(false);
    await theirs.watch.look();
    expect(theirs.load).not.toHaveBeenCalled();
  });

  it('does not wait for its turn when somebody says that a policy changed, once', async () => {
    const { watch, takeTurn } = setUp(true);
    watch.hurry();
    await watch.look();
    await watch.look();
    expect(takeTurn.mock.calls).toEqual([
      [{ everyMs: 2_000, isUrgent: true }],
      [{ everyMs: 2_000, isUrgent: false }],
    ]);
  });

  it('says once that the catalog does not answer, and once that it does again', async () => {
    const { watch, load, logger } = setUp(true);
    load.mockRejectedValueOnce(new Error('down'));
    load.mockRejectedValueOnce(new Error('down'));
    await watch.look();
    await watch.look();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    await watch.look();
    await watch.look();
    expect(logger.info).toHaveBeenCalledTimes(1);
  });
});
