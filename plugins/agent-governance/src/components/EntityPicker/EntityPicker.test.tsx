import { agentGovernanceApiMock } from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anEntity, renderPlugin } from '../../__testUtils__/renderPlugin';

describe('EntityPicker', () => {
  it('finds an entity by what it is called', async () => {
    const user = userEvent.setup();
    const titled = anEntity('Component', 'mailer');
    renderPlugin({
      path: '/agent-governance/freezes?new=true',
      api: agentGovernanceApiMock({ freezes: [] }),
      entities: [
        anEntity(),
        {
          ...titled,
          metadata: { ...titled.metadata, title: 'Letters for customers' },
        },
      ],
    });
    const field = await screen.findByRole('combobox', { name: 'Entity' });
    await user.type(field, 'pay');
    await waitFor(() =>
      expect(screen.getAllByRole('option').map(o => o.textContent)).toEqual([
        expect.stringContaining('payments-api'),
      ]),
    );
    await user.clear(field);
    await user.type(field, 'letters');
    await user.click(await screen.findByRole('option', { name: 'mailer' }));
    expect(field).toHaveValue('mailer');
  });
});
