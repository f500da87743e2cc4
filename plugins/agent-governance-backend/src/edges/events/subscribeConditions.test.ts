import { mockServices } from '@backstage/backend-test-utils';
import {
  EventsService,
  EventsServiceSubscribeOptions,
} from '@backstage/plugin-events-node';
import { subscribeConditions } from './subscribeConditions';

describe('subscribeConditions', () => {
  it('hears each source on its topics, and survives what cannot be taken in', async () => {
    const subscriptions: EventsServiceSubscribeOptions[] = [];
    const logger = mockServices.logger.mock();
    const intake = { receive: jest.fn(), hear: jest.fn() };
    await subscribeConditions({
      sources: [
        { id: 'pagerduty', topics: ['pagerduty', 'on-call'] },
        { id: 'silent', topics: [] },
      ],
      intake,
      events: {
        subscribe: async options => {
          subscriptions.push(options);
        },
      } as EventsService,
      logger,
    });
    expect(subscriptions).toMatchObject([
      { id: 'conditions-pagerduty', topics: ['pagerduty', 'on-call'] },
    ]);

    const event = { topic: 'on-call', eventPayload: { event: {} } };
    await subscriptions[0].onEvent(event);
    expect(intake.hear).toHaveBeenCalledWith('pagerduty', { event: {} });

    intake.hear.mockRejectedValue(new Error('event.data: must be there'));
    await subscriptions[0].onEvent(event);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining(
        `An event of topic 'on-call' was not taken in as condition source 'pagerduty'`,
      ),
    );
  });
});
