import {
  aDeniedRequest,
  aRequest,
  aSucceededRequest,
  agentGovernanceApiMock,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const PATH = '/agent-governance/requests';

function renderTable(
  options: Parameters<typeof agentGovernanceApiMock>[0],
  search = '',
) {
  const api = agentGovernanceApiMock(options);
  const list = jest.spyOn(api, 'listActionRequests');
  const user = userEvent.setup();
  return {
    ...renderPlugin({ path: `${PATH}${search}`, api }),
    api,
    list,
    user,
  };
}

const rows = async () => {
  const cells = await screen.findAllByRole('rowheader');
  return cells.map(cell => cell.textContent);
};

describe('RequestsTable', () => {
  it('tells the three refusals apart, without colour', async () => {
    const { container } = renderTable({
      requests: [
        aDeniedRequest({ id: 'a', reason: 'denied' }),
        aDeniedRequest({ id: 'b', reason: 'not-granted' }),
        aDeniedRequest({ id: 'c', reason: 'could-not-evaluate' }),
        aSucceededRequest({ id: 'd' }),
      ],
    });
    await rows();
    const table = screen.getByRole('grid');
    expect(within(table).getByText('Not granted')).toBeInTheDocument();
    expect(within(table).getByText('Could not evaluate')).toBeInTheDocument();
    expect(within(table).getAllByText('Denied').length).toBeGreaterThan(0);
    expect(within(table).getByText('Succeeded')).toBeInTheDocument();
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('leads from a row to the page that says why', async () => {
    renderTable({ requests: [aRequest({ id: 'r1' })] });
    expect(
      await screen.findByRole('link', { name: 'Deploy a version' }),
    ).toHaveAttribute('href', '/agent-governance/requests/r1');
  });

  it('asks for what the address says', async () => {
    const { list } = renderTable(
      { requests: [] },
      '?target=component:default/a&agent=agent:default/b&environment=production&state=held&state=denied&verdict=hold&pageSize=100&state=nonsense',
    );
    await waitFor(() => expect(list).toHaveBeenCalled());
    expect(list).toHaveBeenCalledWith(
      expect.objectContaining({
        target: 'component:default/a',
        agent: 'agent:default/b',
        environment: 'production',
        state: ['held', 'denied'],
        verdict: ['hold'],
        limit: 100,
      }),
    );
    expect(
      await screen.findByText('No request is like this.'),
    ).toBeInTheDocument();
  });

  it('keeps a filter it does not know choosable', async () => {
    renderTable({ requests: [] }, '?agent=agent:default/left-last-year');
    expect(
      await screen.findByRole('button', {
        name: /agent:default\/left-last-year.*Agent/,
      }),
    ).toBeInTheDocument();
  });

  it('asks anew when a filter is chosen', async () => {
    const { user, list } = renderTable({
      requests: [
        aRequest({
          id: 'a',
          environment: 'staging',
          actionTitle: 'To staging',
        }),
        aRequest({
          id: 'b',
          environment: 'production',
          actionTitle: 'To production',
        }),
      ],
    });
    expect(await rows()).toEqual(['To staging', 'To production']);
    await user.click(
      await screen.findByRole('button', { name: /Environment/ }),
    );
    await user.click(await screen.findByRole('option', { name: 'production' }));
    await waitFor(async () => expect(await rows()).toEqual(['To production']));
    expect(list).toHaveBeenLastCalledWith(
      expect.objectContaining({ environment: 'production' }),
    );
  });

  it('pages through a thousand requests and back', async () => {
    const requests = Array.from({ length: 1_000 }, (_, i) =>
      aSucceededRequest({ id: `r${i}`, actionTitle: `Action ${i}` }),
    );
    const { user } = renderTable({ requests }, '?pageSize=100');
    expect((await rows())[0]).toBe('Action 0');
    for (let page = 2; page <= 10; page++) {
      await user.click(screen.getByRole('button', { name: 'Next table page' }));
      await screen.findByText(
        `Page ${page}, requests ${(page - 1) * 100 + 1} to ${page * 100}`,
      );
    }
    expect((await rows()).at(-1)).toBe('Action 999');
    expect(
      screen.getByRole('button', { name: 'Next table page' }),
    ).toBeDisabled();
    await user.click(
      screen.getByRole('button', { name: 'Previous table page' }),
    );
    expect(
      await screen.findByText('Page 9, requests 801 to 900'),
    ).toBeInTheDocument();
  }, 120_000);

  it('shows a failure as a failure', async () => {
    renderTable({ overrides: { listActionRequests: refuse(403, 'No.') } });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the requests',
    );
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });
});
