import { agentGovernanceApiMock } from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anEntity, renderPlugin } from '../../__testUtils__/renderPlugin';

describe('EntityPicker', () => {
  const { IntersectionObserver } = window;

  beforeAll(() => {
    // jsdom shows nothing, so nothing ever scrolls into view.
    window.IntersectionObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    } as unknown as typeof window.IntersectionObserver;
  });
  afterAll(() => {
    window.IntersectionObserver = IntersectionObserver;
  });

  it.each([
    ['name', 'mail'],
    ['title', 'letters'],
  ])('finds an entity by its %s', async (_, typed) => {
    const user = userEvent.setup();
    const mailer = anEntity('Component', 'mailer');
    renderPlugin({
      path: '/agent-governance/requests',
      api: agentGovernanceApiMock({ requests: [] }),
      entities: [
        anEntity(),
        {
          ...mailer,
          metadata: { ...mailer.metadata, title: 'Letters to customers' },
        },
      ],
    });
    const field = await screen.findByRole('combobox', { name: 'Target' });
    await user.click(field);
    await user.paste(typed);
    await user.click(await screen.findByRole('option', { name: 'mailer' }));
    expect(field).toHaveValue('mailer');
    expect(
      screen.queryByRole('option', { name: 'payments-api' }),
    ).not.toBeInTheDocument();
  });
});
