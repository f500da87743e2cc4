import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { AgentGovernanceLinksProvider } from '../../links';
import { aDeniedRequest } from '../../testUtils';
import { UnblockList } from './UnblockList';

const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

describe('UnblockList', () => {
  it('leads to the page where a step can be taken, by keyboard too', async () => {
    const user = userEvent.setup();
    const { container } = renderInTestApp(
      <AgentGovernanceLinksProvider
        links={{ freeze: id => `/agent-governance/freezes?freeze=${id}` }}
      >
        <UnblockList steps={aDeniedRequest().unblock} />
      </AgentGovernanceLinksProvider>,
      { mountedRoutes },
    );
    const link = await screen.findByRole('link', { name: 'See the freeze' });
    expect(link).toHaveAttribute(
      'href',
      '/agent-governance/freezes?freeze=freeze-1',
    );
    await user.tab();
    await user.tab();
    while (document.activeElement !== link) {
      expect(document.activeElement).not.toBe(document.body);
      await user.tab();
    }
    expect(await axe(container)).toHaveNoViolations();
  });

  it('leads nowhere in a portal without that page', async () => {
    renderInTestApp(<UnblockList steps={aDeniedRequest().unblock} />, {
      mountedRoutes,
    });
    await screen.findByRole('listitem');
    expect(
      screen.queryByRole('link', { name: 'See the freeze' }),
    ).not.toBeInTheDocument();
  });

  it('says what would turn the verdict, who can do it and when it happens by itself', async () => {
    renderInTestApp(<UnblockList steps={aDeniedRequest().unblock} />, {
      mountedRoutes,
    });
    const step = await screen.findByRole('listitem');
    expect(step).toHaveTextContent('The freeze "Release week" ends.');
    expect(step).toHaveTextContent('Then it would be allowed.');
    expect(screen.getByRole('link', { name: /sre/ })).toHaveAttribute(
      'href',
      '/catalog/default/group/sre',
    );
    expect(step).toHaveTextContent('By itself:');
  });
});
