import { mockServices } from '@backstage/backend-test-utils';
import { ConditionSourceConfig } from '../../GovernanceConfig';
import { ConditionRecorder } from './ConditionRecorder';
import { DefaultConditionIntake } from './DefaultConditionIntake';

const NOW = new Date('2026-11-20T12:00:00.000Z');
const SECRET = 'what the two agreed on';

const source: ConditionSourceConfig = {
  id: 'pagerduty',
  title: 'PagerDuty',
  type: 'pagerduty',
  kind: 'incident',
  secrets: [SECRET],
  ttlMs: 1,
  toleranceMs: 300_000,
  entities: { map: new Map(), label: 'entity' },
  environmentMap: new Map(),
  topics: ['pagerduty'],
};

const webhook = {
  event: {
    event_type: 'incident.triggered',
    occurred_at: '2026-11-20T11:58:00Z',
    data: {
      type: 'incident',
      id: 'P1',
      status: 'triggered',
      service: { id: 'PS' },
    },
  },
};

describe('DefaultConditionIntake', () => {
  const logger = mockServices.logger.mock();
  const record = jest.fn(async (..._given: unknown[]) => []);
  const intake = DefaultConditionIntake.create({
    sources: [source],
    recorder: { record } as unknown as ConditionRecorder,
    logger,
    now: () => NOW,
  });
  beforeEach(() => jest.clearAllMocks());

  it('logs why it refused what, and neither signatures nor secrets', async () => {
    const headers = { 'X-PagerDuty-Signature': `v1=${'ab'.repeat(32)}` };
    await expect(
      intake.receive({
        source: 'pagerduty',
        header: name => headers[name as keyof typeof headers],
        bytes: Buffer.from(JSON.stringify(webhook)),
      }),
    ).rejects.toThrow('was not made over this body');
    expect(logger.warn).toHaveBeenCalledWith('Refused a condition report', {
      source: 'pagerduty',
      reason: 'AuthenticationError',
      because:
        'X-PagerDuty-Signature was not made over this body with a secret of this source',
    });
    expect(JSON.stringify(logger.warn.mock.calls)).not.toMatch(/abab|agreed/);
    expect(record).not.toHaveBeenCalled();
  });

  it('takes an event for as old as what it speaks of', async () => {
    await intake.hear('pagerduty', webhook);
    expect(record).toHaveBeenCalledWith(
      source,
      expect.objectContaining({
        spokeAt: new Date('2026-11-20T11:58:00Z'),
        now: NOW,
      }),
    );
  });
});
