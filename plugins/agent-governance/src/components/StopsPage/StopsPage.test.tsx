import {
  aStop,
  aStopInDetail,
  agentGovernanceApiMock,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { anEntity, renderPlugin } from '../../__testUtils__/renderPlugin';

const PATH = '/agent-governance/stops';
const half = {
  quorum: 2,
  approvals: [
    {
      id: 'a1',
      approvedBy: 'user:default/ann',
      comment: 'The loop is fixed',
      approvedAt: '2026-11-20T10:00:00.000Z',
    },
  ],
};

function renderStops(
  options: Parameters<typeof agentGovernanceApiMock>[0],
  search = '',
) {
  const api = agentGovernanceApiMock(options);
  const user = userEvent.setup();
  const rendered = renderPlugin({
    path: `${PATH}${search}`,
    api,
    entities: [anEntity()],
  });
  return { ...rendered, api, user };
}

const part = async (title: string) =>
  (await screen.findByRole('heading', { name: title })).closest('article')!;

describe('StopsPage', () => {
  it('tells what is stopped, by whom, why, and how far its release is; and what was released', async () => {
    const { container } = renderStops({
      stops: [
        aStop({ release: half }),
        aStop({ id: 's2', scope: { kind: 'everything' }, reason: 'Breach' }),
        aStop({
          id: 's3',
          scope: { kind: 'action', ref: 'deployments:deploy' },
          reason: 'False alarm',
          state: 'released',
          releasedAt: '2026-11-20T12:00:00.000Z',
        }),
      ],
    });
    expect(await screen.findByText('Breach')).toBeInTheDocument();
    const inForce = await part('In force');
    expect(inForce).toHaveTextContent(/deploy-bot everywhere/);
    expect(inForce).toHaveTextContent('1 of 2 people agree to release it.');
    expect(inForce).toHaveTextContent(/ann, .*: The loop is fixed/);
    expect(inForce).toHaveTextContent('everything agents do, everywhere');
    const released = await part('Released');
    expect(released).toHaveTextContent(/the action deployments:deploy/);
    expect(
      within(released).queryByRole('button', { name: 'Release' }),
    ).not.toBeInTheDocument();
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('says when nothing is stopped, and when that cannot be told', async () => {
    const { unmount } = renderStops({});
    expect(await screen.findByText('Nothing is stopped.')).toBeInTheDocument();
    unmount();
    renderStops({ overrides: { listStops: refuse(503, 'away') } });
    expect((await screen.findAllByRole('alert'))[0]).toHaveTextContent(
      'Could not read the stops',
    );
  });

  it('agrees to a release as the person saw the stop, and says that it takes others', async () => {
    const { user, api } = renderStops({
      stops: [aStop({ revision: 3 })],
    });
    const release = jest.spyOn(api, 'releaseStop');
    await user.click(await screen.findByRole('button', { name: 'Release' }));
    const dialog = await screen.findByRole('dialog');
    const agree = within(dialog).getByRole('button', {
      name: 'Agree to release',
    });
    await waitFor(() => expect(agree).toBeEnabled());
    await user.type(within(dialog).getByLabelText('Comment'), 'Fixed.');
    expect(await axe(dialog)).toHaveNoViolations();
    await user.click(agree);
    await waitFor(() =>
      expect(release).toHaveBeenCalledWith('stop-1', {
        revision: 3,
        comment: 'Fixed.',
      }),
    );
    expect(
      await screen.findByText('You agreed. It takes others, too.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('opens the release from a link, says why a person may not, and that nobody can', async () => {
    renderStops(
      {
        overrides: {
          getStop: async () =>
            aStopInDetail({
              mayRelease: { allowed: false, because: 'Only its owner may.' },
              eligible: 1,
            }),
        },
      },
      '?release=stop-1',
    );
    const dialog = await screen.findByRole('dialog');
    const agree = within(dialog).getByRole('button', {
      name: 'Agree to release',
    });
    await waitFor(() =>
      expect(agree).toHaveAccessibleDescription('Only its owner may.'),
    );
    expect(agree).toBeDisabled();
    expect(dialog).toHaveTextContent('Nobody can release it at present');
  });

  it('says it when the stop was pulled again in between', async () => {
    const { user } = renderStops(
      {
        stops: [aStop()],
        overrides: { releaseStop: refuse(409, 'It was pulled again') },
      },
      '?release=stop-1',
    );
    const agree = await screen.findByRole('button', {
      name: 'Agree to release',
    });
    await waitFor(() => expect(agree).toBeEnabled());
    await user.click(agree);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It is not released, look again',
    );
  });

  describe('stopping', () => {
    const open = async (
      options: Parameters<typeof agentGovernanceApiMock>[0] = {},
    ) => {
      const rendered = renderStops(options);
      const { user } = rendered;
      await user.click(await screen.findByRole('button', { name: 'Stop' }));
      const dialog = await screen.findByRole('dialog');
      const submit = within(dialog).getByRole('button', { name: 'Stop now' });
      return { ...rendered, dialog, submit };
    };

    it('everything: says what that does now, and wants a reason', async () => {
      const { user, api, dialog, submit } = await open();
      const pull = jest.spyOn(api, 'pullStop');
      expect(submit).toHaveAccessibleDescription('Say which agent.');
      await user.click(
        within(dialog).getByRole('radio', {
          name: 'Everything agents do, everywhere',
        }),
      );
      expect(submit).toHaveAccessibleDescription('Say why.');
      expect(submit).toBeDisabled();
      expect(
        await within(dialog).findByText('2 held requests end.'),
      ).toBeInTheDocument();
      expect(dialog).toHaveTextContent('1 request that may start is stopped');
      expect(dialog).toHaveTextContent('1 execution is cut off.');
      await user.type(within(dialog).getByLabelText(/Reason/), ' Breach ');
      expect(await axe(dialog)).toHaveNoViolations();
      await user.click(submit);
      await waitFor(() =>
        expect(pull).toHaveBeenCalledWith({
          scope: { kind: 'everything' },
          reason: 'Breach',
        }),
      );
      expect(await screen.findByText('It is stopped.')).toBeInTheDocument();
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    });

    it('one action, by name, with the keyboard', async () => {
      const { user, api, dialog, submit } = await open();
      const pull = jest.spyOn(api, 'pullStop');
      await user.click(
        within(dialog).getByRole('radio', {
          name: 'One action, whoever runs it',
        }),
      );
      const select = await within(dialog).findByRole('button', {
        name: /Action/,
      });
      select.focus();
      await user.keyboard('{Enter}');
      await user.click(
        await screen.findByRole('option', { name: 'Deploy a version' }),
      );
      await user.type(within(dialog).getByLabelText(/Reason/), 'Loop');
      await waitFor(() => expect(submit).toBeEnabled());
      await user.click(submit);
      await waitFor(() =>
        expect(pull).toHaveBeenCalledWith({
          scope: { kind: 'action', ref: 'deployments:deploy' },
          reason: 'Loop',
        }),
      );
    });

    it('not what a person may not: it says who may', async () => {
      const { user, dialog, submit } = await open({
        overrides: {
          previewStop: async () => ({
            allowed: false,
            because: 'Only platform administrators may.',
          }),
        },
      });
      await user.click(
        within(dialog).getByRole('radio', {
          name: /Everything agents do, eve/,
        }),
      );
      await user.type(within(dialog).getByLabelText(/Reason/), 'Loop');
      await waitFor(() =>
        expect(submit).toHaveAccessibleDescription(
          'Only platform administrators may.',
        ),
      );
      expect(submit).toBeDisabled();
    });

    it('is not kept waiting by a preview that cannot be had, and says so when it fails itself', async () => {
      const { user, dialog, submit } = await open({
        overrides: {
          previewStop: refuse(503, 'away'),
          pullStop: refuse(503, 'The database is away'),
        },
      });
      await user.click(
        within(dialog).getByRole('radio', {
          name: /Everything agents do, eve/,
        }),
      );
      await user.type(within(dialog).getByLabelText(/Reason/), 'Loop');
      expect(submit).toBeEnabled();
      await user.click(submit);
      expect(
        await within(dialog).findByText('It was not stopped'),
      ).toBeInTheDocument();
    });

    it('says that it is stopped already', async () => {
      const { user, dialog } = await open({
        overrides: {
          previewStop: async () => ({
            allowed: true,
            because: 'You administer the portal.',
            inForce: aStop({ reason: 'Since this morning' }),
            impact: { held: 0, authorised: 0, cutOff: 0, finishing: 0 },
          }),
        },
      });
      await user.click(
        within(dialog).getByRole('radio', {
          name: /Everything agents do, eve/,
        }),
      );
      expect(
        await within(dialog).findByText('It is stopped already'),
      ).toBeInTheDocument();
      expect(dialog).toHaveTextContent('Since this morning');
    });
  });
});
