import { mockServices } from '@backstage/backend-test-utils';
import { SignalNotifier } from './SignalNotifier';

describe('SignalNotifier', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function create(publish = jest.fn(async () => {})) {
    const notifier = SignalNotifier.create({
      signals: { publish },
      logger: mockServices.logger.mock(),
    });
    return { notifier, publish };
  }

  it('invariant 14: says "refetch" to everybody, and nothing about what changed', async () => {
    const { notifier, publish } = create();
    notifier.changed();
    await jest.runAllTimersAsync();
    expect(publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'agent-governance',
      message: { refetch: true },
    });
  });

  it('says it once for many changes, and again for later ones', async () => {
    const { notifier, publish } = create();
    notifier.changed();
    notifier.changed();
    await jest.runAllTimersAsync();
    expect(publish).toHaveBeenCalledTimes(1);
    notifier.changed();
    await jest.runAllTimersAsync();
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('a signal that cannot be sent is no error of what changed', async () => {
    const { notifier, publish } = create(
      jest.fn(async () => {
        throw new Error('down');
      }),
    );
    notifier.changed();
    await jest.runAllTimersAsync();
    notifier.changed();
    await jest.runAllTimersAsync();
    expect(publish).toHaveBeenCalledTimes(2);
  });
});
