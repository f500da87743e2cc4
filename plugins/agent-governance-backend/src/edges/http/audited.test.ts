import { Request } from 'express';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { audited } from './audited';

function setUp() {
  const event = {
    success: jest.fn().mockResolvedValue(undefined),
    fail: jest.fn().mockResolvedValue(undefined),
  };
  const auditor = { createEvent: jest.fn().mockResolvedValue(event) };
  const logger = mockServices.logger.mock();
  const options = {
    auditor,
    logger,
    eventId: 'freeze-create',
    severityLevel: 'high',
    request: { params: { id: 'f-1' } } as unknown as Request,
  } as const;
  return { event, auditor, logger, options };
}

describe('audited', () => {
  it('starts, runs, ends', async () => {
    const { options, auditor, event } = setUp();
    await expect(audited(options, async () => 7)).resolves.toBe(7);

    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'freeze-create',
        severityLevel: 'high',
        meta: { id: 'f-1' },
      }),
    );
    expect(event.success).toHaveBeenCalledTimes(1);
    expect(event.fail).not.toHaveBeenCalled();
  });

  it('records the error itself, and passes it on', async () => {
    const { options, event } = setUp();
    const error = new NotFoundError('No such freeze');
    await expect(
      audited(options, async () => {
        throw error;
      }),
    ).rejects.toBe(error);

    expect(event.fail).toHaveBeenCalledWith({ error });
    expect(event.success).not.toHaveBeenCalled();
  });

  it('runs nothing when the event cannot be started', async () => {
    const { options, auditor } = setUp();
    const handle = jest.fn();
    auditor.createEvent.mockRejectedValue(new Error('down'));
    await expect(audited(options, handle)).rejects.toThrow('down');
    expect(handle).not.toHaveBeenCalled();
  });

  it('leaves what was done done when its end cannot be written, and says so in the log', async () => {
    const { options, event, logger } = setUp();
    event.success.mockRejectedValue(new Error('down'));
    await expect(audited(options, async () => 7)).resolves.toBe(7);
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('keeps the first error when its record fails too', async () => {
    const { options, event } = setUp();
    event.fail.mockRejectedValue(new Error('down'));
    await expect(
      audited(options, async () => {
        throw new NotFoundError('No such freeze');
      }),
    ).rejects.toThrow('No such freeze');
  });
});
