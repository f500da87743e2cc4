import {
  AgentGovernanceApi,
  FreezeImportEvent,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  agentGovernanceApiMock,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { anEntity, renderPlugin } from '../../__testUtils__/renderPlugin';

const ICS = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR';

const read: FreezeImportEvent = {
  position: 1,
  uid: 'a',
  title: 'Release week',
  outcome: 'new',
  from: '2026-11-23T00:00:00.000Z',
  to: '2026-11-28T00:00:00.000Z',
};
const refused: FreezeImportEvent = {
  position: 2,
  title: 'Odd',
  outcome: 'refused',
  problem: 'DTSTART is missing',
};

async function renderImport(overrides: Partial<AgentGovernanceApi> = {}) {
  const api = agentGovernanceApiMock({ overrides });
  const user = userEvent.setup();
  renderPlugin({
    path: '/agent-governance/freezes?view=list&import=true',
    api,
    entities: [anEntity()],
  });
  const dialog = await screen.findByRole('dialog', { name: 'Import freezes' });
  const file = new File([ICS], 'freezes.ics', { type: 'text/calendar' });
  // what a browser has and this one lacks
  file.text = async () => ICS;
  const fill = async () => {
    await user.upload(within(dialog).getByLabelText('Calendar file'), file);
    await user.click(
      within(dialog).getByRole('button', { name: /Environments/ }),
    );
    await user.click(await screen.findByRole('option', { name: 'production' }));
    await user.keyboard('{Escape}');
  };
  return { api, user, dialog, fill };
}

describe('ImportFreezesDialog', () => {
  it('shows what would come of a file, and then sets all of it', async () => {
    const { api, user, dialog, fill } = await renderImport();
    const imported = jest.spyOn(api, 'importFreezes');
    const look = within(dialog).getByRole('button', { name: 'Look at it' });
    expect(look).toHaveAccessibleDescription('Choose a calendar file.');
    await fill();
    await waitFor(() => expect(look).toBeEnabled());
    await user.click(look);
    const table = await within(dialog).findByRole('table');
    expect(table).toHaveTextContent(/1\. Release week\s*New\s*2026-11-23/);
    expect(await axe(dialog)).toHaveNoViolations();
    const input = {
      ics: ICS,
      scope: { environments: ['production'] },
      zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    expect(imported).toHaveBeenLastCalledWith(input);
    await user.click(
      within(dialog).getByRole('button', { name: 'Set one freeze' }),
    );
    await waitFor(() =>
      expect(imported).toHaveBeenLastCalledWith({ ...input, apply: true }),
    );
    expect(await screen.findByText('One freeze was set.')).toBeInTheDocument();
  });

  it('lets nothing be set while an event cannot be read, and says which and why', async () => {
    const { user, dialog, fill } = await renderImport({
      importFreezes: async () => ({ events: [read, refused], applied: false }),
    });
    await fill();
    const look = within(dialog).getByRole('button', { name: 'Look at it' });
    await waitFor(() => expect(look).toBeEnabled());
    await user.click(look);
    const [, first, second] = await within(dialog).findAllByRole('row');
    expect(first).toHaveTextContent(/2\. Odd\s*Cannot be read\s*DTSTART/);
    expect(second).toHaveTextContent('Release week');
    const set = within(dialog).getByRole('button', { name: 'Set one freeze' });
    expect(set).toBeDisabled();
    expect(set).toHaveAccessibleDescription(
      'Nothing is imported while 1 of 2 events cannot be read.',
    );
  });

  it('says what is wrong with the file itself', async () => {
    const { user, dialog, fill } = await renderImport({
      importFreezes: refuse(400, 'ics: must be an iCalendar file'),
    });
    await fill();
    const look = within(dialog).getByRole('button', { name: 'Look at it' });
    await waitFor(() => expect(look).toBeEnabled());
    await user.click(look);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'ics: must be an iCalendar file',
    );
  });
});
