import {
  aLedgerEntry,
  agentGovernanceApiMock,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

function renderLedger(
  options: Parameters<typeof agentGovernanceApiMock>[0] = {},
  search = '',
) {
  const api = agentGovernanceApiMock(options);
  const user = userEvent.setup();
  const rendered = renderPlugin({
    path: `/agent-governance/ledger${search}`,
    api,
  });
  return { ...rendered, api, user };
}

describe('LedgerPage', () => {
  it('lists what was recorded, each entry open to its bytes', async () => {
    const { container, user } = renderLedger();
    expect(await screen.findByText('Decided')).toBeInTheDocument();
    expect(screen.getByText('action-request:req-1')).toBeInTheDocument();
    await user.click(screen.getByText('As recorded'));
    expect(
      await screen.findByRole('group', { name: 'Envelope as JSON' }),
    ).toHaveTextContent('"streamIndex": 0');
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('says plainly what it cannot find, before anybody verifies', async () => {
    renderLedger();
    expect(
      await screen.findByText(
        /removed from the end of a stream are not yet found/,
      ),
    ).toBeInTheDocument();
  });

  it('verifies when asked to, never by itself', async () => {
    const { api, user } = renderLedger();
    const verify = jest.spyOn(api, 'verifyLedger');
    const button = await screen.findByRole('button', { name: 'Verify' });
    expect(verify).not.toHaveBeenCalled();
    await user.click(button);
    expect(
      await screen.findByText(
        'Nothing wrong was found in 1 entries in 1 streams.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('A removed tail is not detected.'),
    ).toBeInTheDocument();
  });

  it('names every finding', async () => {
    const { user } = renderLedger({
      overrides: {
        verifyLedger: async () => ({
          ok: false,
          entries: 12,
          streams: 3,
          findings: [
            {
              problem: 'bytes-changed',
              message: 'The bytes do not hash to what the chain says.',
              stream: 'action-request:req-1',
              entryId: 'e-7',
            },
          ],
          limits: [],
        }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Verify' }));
    expect(
      await screen.findByText('1 thing is wrong in 12 entries in 3 streams.'),
    ).toBeInTheDocument();
    expect(screen.getByText('bytes-changed')).toBeInTheDocument();
    expect(screen.getByText('e-7')).toBeInTheDocument();
  });

  it('reads one stream when the address names it', async () => {
    const { api, user } = renderLedger({}, '?stream=freeze%3Af1');
    const verify = jest.spyOn(api, 'verifyLedger');
    await user.click(
      await screen.findByRole('button', { name: 'Verify this stream' }),
    );
    await waitFor(() =>
      expect(verify).toHaveBeenCalledWith({ stream: 'freeze:f1' }),
    );
    expect(screen.getByLabelText('Stream')).toHaveValue('freeze:f1');
  });

  it('says what was erased or withheld', async () => {
    const entry = aLedgerEntry();
    entry.payloads = [
      { name: 'comment', state: 'erased' },
      { name: 'input', state: 'withheld' },
    ];
    const { user } = renderLedger({
      overrides: { listLedgerEntries: async () => ({ items: [entry] }) },
    });
    await user.click(await screen.findByText('As recorded'));
    expect(
      await screen.findByText('comment: erased; its commitment stays'),
    ).toBeInTheDocument();
    expect(screen.getByText('input: not for your eyes')).toBeInTheDocument();
  });

  it('tells who may not read it', async () => {
    renderLedger({
      overrides: { listLedgerEntries: refuse(403, 'Auditors only') },
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('You may not see the ledger');
    expect(alert).toHaveTextContent('Auditors only');
  });
});
