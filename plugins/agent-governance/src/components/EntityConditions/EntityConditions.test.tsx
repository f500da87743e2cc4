import {
  incidentCondition,
  known,
  unknown,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  agentGovernanceApiMock,
  anIncident,
  refuse,
  someConditions,
  someEnvironmentConditions,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { anEntity, renderOnEntity } from '../../__testUtils__/renderPlugin';

const AT = '2026-11-20T09:39:00.000Z';

function renderTab(
  environments: ReturnType<typeof someEnvironmentConditions>[],
) {
  return renderOnEntity({
    show: 'content',
    entity: anEntity(),
    api: agentGovernanceApiMock({
      overrides: {
        getConditions: async entityRef =>
          someConditions({ entityRef, environments }),
      },
    }),
  });
}

const section = async () =>
  (
    await screen.findByRole('heading', { name: 'What is going on here' })
  ).closest('article')!;

describe('what is going on around an entity', () => {
  it('is said environment by environment, with source and age', async () => {
    const { container } = renderTab([
      someEnvironmentConditions({ environment: 'staging' }),
      someEnvironmentConditions({ environment: 'production' }),
    ]);
    const part = await section();
    expect(
      (await within(part).findAllByRole('heading', { level: 4 })).map(
        ({ textContent }) => textContent,
      ),
    ).toEqual(['staging', 'production']);
    expect(part).toHaveTextContent(/HealthHealthymonitoring, /);
    expect(part).toHaveTextContent(/IncidentsNone/);
    expect(part).toHaveTextContent(/DeploymentNone/);
    expect(part.querySelectorAll('time')).toHaveLength(6);
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('invariant 11: never looks well because nobody says otherwise', async () => {
    renderTab([
      someEnvironmentConditions({
        health: {
          value: { status: 'healthy', source: 'monitoring', reportedAt: AT },
          state: 'stale',
          source: 'monitoring',
          observedAt: AT,
          note: 'monitoring has been silent for a while',
        },
        incident: unknown('conditions', 'no source reports incidents'),
      }),
    ]);
    const part = await section();
    expect(
      await within(part).findByText('Unknown, was healthy'),
    ).toBeInTheDocument();
    expect(part).toHaveTextContent('monitoring has been silent for a while');
    expect(part).toHaveTextContent('Unknownno source reports incidents');
  });

  it('keeps an incident in sight that nobody confirms any more', async () => {
    renderTab([
      someEnvironmentConditions({
        incident: {
          value: incidentCondition([anIncident()]),
          state: 'stale',
          source: 'pagerduty',
          observedAt: AT,
          note: 'pagerduty has been silent since then',
        },
      }),
    ]);
    const part = await section();
    expect(
      await within(part).findByText('Unknown, 1 open when last heard'),
    ).toBeInTheDocument();
    expect(part).toHaveTextContent('Payments time out');
  });

  it('links what is being deployed to its request', async () => {
    renderTab([
      someEnvironmentConditions({
        deployInProgress: known(
          {
            active: true,
            executions: [
              {
                requestId: 'req-1',
                actionId: 'deployments:deploy',
                startedAt: AT,
              },
            ],
            reported: [
              {
                id: 'r-1',
                title: 'Rollout r-1',
                source: 'rollouts',
                startedAt: AT,
              },
            ],
          },
          'conditions',
          AT,
        ),
      }),
    ]);
    const part = await section();
    expect(
      await within(part).findByRole('link', { name: 'deployments:deploy' }),
    ).toHaveAttribute('href', expect.stringContaining('req-1'));
    expect(part).toHaveTextContent(/Rollout r-1, started .*, says rollouts/);
  });

  it('says it when the portal does not answer', async () => {
    renderOnEntity({
      show: 'content',
      entity: anEntity(),
      api: agentGovernanceApiMock({
        overrides: { getConditions: refuse(503, 'The catalog is away') },
      }),
    });
    const part = await section();
    expect(
      await within(part).findByText('Could not read what is going on here'),
    ).toBeInTheDocument();
  });
});
