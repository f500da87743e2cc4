import {
  aFreeze,
  aRequest,
  aSucceededRequest,
  agentGovernanceApiMock,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { anEntity, renderOnEntity } from '../../__testUtils__/renderPlugin';

const renderCard = (options: Parameters<typeof agentGovernanceApiMock>[0]) =>
  renderOnEntity({
    show: 'card',
    entity: anEntity(),
    api: agentGovernanceApiMock(options),
  });

describe('EntityAgentsCard', () => {
  it('says what waits, what happened last and what is frozen', async () => {
    const { container } = renderCard({
      requests: [
        aRequest({ id: 'h' }),
        ...Array.from({ length: 8 }, (_, i) =>
          aSucceededRequest({ id: `r${i}` }),
        ),
      ],
      freezes: [aFreeze()],
    });
    expect(
      await screen.findByText('1 waiting for approval'),
    ).toBeInTheDocument();
    const latest = await screen.findByRole('list', { name: 'Latest requests' });
    expect(within(latest).getAllByRole('listitem')).toHaveLength(5);
    expect(await screen.findByText(/Freeze in force:/)).toBeInTheDocument();
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('does not count further than it looked', async () => {
    renderCard({
      requests: Array.from({ length: 30 }, (_, i) => aRequest({ id: `r${i}` })),
    });
    expect(
      await screen.findByText('20 or more waiting for approval'),
    ).toBeInTheDocument();
  });

  it('says when there is nothing', async () => {
    renderCard({ requests: [] });
    expect(
      await screen.findByText('Nothing waits for approval'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('No agent has asked for anything yet.'),
    ).toBeInTheDocument();
  });

  it('shows a failure, not an empty card', async () => {
    renderCard({ overrides: { listActionRequests: refuse(400, 'away') } });
    expect(await screen.findAllByRole('alert')).toHaveLength(2);
    expect(
      screen.queryByText('Nothing waits for approval'),
    ).not.toBeInTheDocument();
  });
});
