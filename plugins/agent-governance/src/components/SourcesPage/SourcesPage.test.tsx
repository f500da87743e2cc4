import {
  aConditionSource,
  agentGovernanceApiMock,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { AgentGovernanceApi } from '@agentgov/backstage-plugin-agent-governance-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

function renderSources(
  listConditionSources: AgentGovernanceApi['listConditionSources'],
) {
  return renderPlugin({
    path: '/agent-governance/sources',
    api: agentGovernanceApiMock({ overrides: { listConditionSources } }),
  });
}

describe('SourcesPage', () => {
  it('tells a source that is heard from a silent one and from one that never was', async () => {
    const { container } = renderSources(async () => [
      aConditionSource({ current: 2 }),
      aConditionSource({
        id: 'monitoring',
        title: 'Monitoring',
        type: 'generic',
        kind: 'health',
        state: 'quiet',
        quietAfterSeconds: undefined,
      }),
      aConditionSource({
        id: 'rollouts',
        title: 'Rollouts',
        type: 'polled',
        kind: 'deployment',
        state: 'unheard',
        heardAt: undefined,
        deliveredAt: undefined,
      }),
    ]);
    const part = (await screen.findByText('PagerDuty')).closest('article')!;
    const [heard, silent, never] = within(part).getAllByRole('listitem');
    expect(heard).toHaveTextContent(
      /ReportingPagerDutyIncidents, PagerDuty webhookspagerdutylast heard .*2 in force/,
    );
    expect(silent).toHaveTextContent('What it said is stale');
    expect(silent).toHaveTextContent('its silence says nothing');
    expect(never).toHaveTextContent('Never heard');
    expect(never).not.toHaveTextContent('last heard');
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('opens what could not be matched, and why', async () => {
    renderSources(async () => [
      aConditionSource({
        unmatched: [
          {
            key: 'PX',
            title: 'A little bump',
            because: `'PF9KMXH' is in no map`,
            receivedAt: '2026-11-20T09:00:00.000Z',
          },
        ],
      }),
    ]);
    await userEvent.click(
      await screen.findByText('1 report about nothing the portal knows'),
    );
    const item = screen.getByText('A little bump').closest('li')!;
    expect(
      within(item).getByText(`'PF9KMXH' is in no map`),
    ).toBeInTheDocument();
  });

  it('says what it means that there is none', async () => {
    renderSources(async () => []);
    expect(
      await screen.findByText('Nobody reports what is going on.'),
    ).toBeInTheDocument();
  });

  it('is not for everybody', async () => {
    renderSources(refuse(403, 'You may not see the sources of conditions'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the sources of conditions',
    );
  });
});
