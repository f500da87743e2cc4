import {
  incidentCondition,
  known,
  unknown,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  aFreeze,
  aFreezeException,
  aStop,
  agentGovernanceApiMock,
  anIncident,
  refuse,
  someConditions,
  someEnvironmentConditions,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { anEntity, renderOnEntity } from '../../__testUtils__/renderPlugin';

const AT = '2026-11-20T09:39:00.000Z';
type Mock = NonNullable<Parameters<typeof agentGovernanceApiMock>[0]>;

const render = (options: Mock, show: 'content' | 'card' = 'content') =>
  renderOnEntity({
    show,
    entity: {
      ...anEntity(),
      relations: [{ type: 'partOf', targetRef: 'system:default/payments' }],
    },
    api: agentGovernanceApiMock(options),
  });

const holding = (
  ...environments: ReturnType<typeof someEnvironmentConditions>[]
): Mock['overrides'] => ({
  getConditions: async entityRef => someConditions({ entityRef, environments }),
});
const incident = known(incidentCondition([anIncident()]), 'pagerduty', AT);

const strip = () =>
  screen.findByRole('status', { name: 'What is in force here' });
const alerts = async () => within(await strip()).findAllByRole('listitem');

describe('AlertStrip', () => {
  it('says nothing while there is nothing to say', async () => {
    render({});
    await screen.findByRole('heading', { name: 'What is going on here' });
    await waitFor(() =>
      expect(
        screen.queryByText('Loading what is in force here'),
      ).not.toBeInTheDocument(),
    );
    expect(within(await strip()).queryAllByRole('listitem')).toEqual([]);
  });

  it('names a freeze, its owner, its time, what is excepted, and leads to where it can be ended', async () => {
    const { container } = render({
      freezes: [aFreeze({ exceptions: [aFreezeException()] })],
    });
    const [freeze] = await alerts();
    expect(freeze).toHaveTextContent(
      /Freeze in force: Release weekCovers payments in production since .*\. Owner sre\. Excepted until .*: every action on payments-api\. Ends .*\./,
    );
    expect(
      within(freeze).getByRole('link', { name: 'See the freeze' }),
    ).toHaveAttribute('href', '/agent-governance/freezes?freeze=freeze-1');
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('names a stop above all else, who pulled it, and leads to its release', async () => {
    render({ freezes: [aFreeze()], stops: [aStop()] });
    await waitFor(async () => expect(await alerts()).toHaveLength(2));
    const [stop] = await alerts();
    expect(stop).toHaveTextContent(
      /Stopped: It deploys the same version again and againStops deploy-bot everywhere\. Pulled by sam .*\. Until it is released: 0 of 2 agree\./,
    );
    expect(
      within(stop).getByRole('link', { name: 'Release it' }),
    ).toHaveAttribute('href', '/agent-governance/stops?release=stop-1');
  });

  it('names an incident once for all environments, what it is on and how near that is', async () => {
    render({
      overrides: holding(
        someEnvironmentConditions({ environment: 'staging', incident }),
        someEnvironmentConditions({ incident }),
      ),
    });
    const all = await alerts();
    expect(all).toHaveLength(1);
    expect(all[0]).toHaveTextContent(
      /Incident: Payments time outOn payments, which this is part of, severity P1, opened .*, says pagerduty\. Counts in staging, production\. Open until pagerduty says that it is resolved\./,
    );
  });

  it('says that an incident is in doubt when its source has gone quiet', async () => {
    render({
      overrides: holding(
        someEnvironmentConditions({
          incident: {
            ...incident,
            state: 'stale',
            note: 'pagerduty has been silent since then',
          },
        }),
      ),
    });
    const all = await alerts();
    expect(all).toHaveLength(1);
    expect(all[0]).toHaveTextContent(
      'Not sure any more: pagerduty has been silent since then.',
    );
  });

  it('invariant 11: shows what is not known to be well as well as what is bad', async () => {
    render({
      overrides: holding(
        someEnvironmentConditions({
          environment: 'staging',
          health: known(
            {
              status: 'unhealthy' as const,
              source: 'monitoring',
              reportedAt: AT,
            },
            'monitoring',
            AT,
          ),
        }),
        someEnvironmentConditions({
          health: unknown('monitoring', 'monitoring has been silent'),
          incident: unknown('conditions', 'no source reports incidents'),
        }),
      ),
    });
    const [bad, unsure] = await alerts();
    expect(bad).toHaveTextContent(
      /Health in staging: unhealthySays monitoring, .*\. Until monitoring says otherwise\./,
    );
    expect(unsure).toHaveTextContent(
      /Not known to be well: health and incidentsHealth in production: monitoring has been silent\. Whether an incident is open in production: no source reports incidents\./,
    );
  });

  it.each<[string, Mock['overrides'], string]>([
    [
      'freezes',
      { listFreezes: refuse(400, 'away') },
      'Could not read whether a freeze is in force',
    ],
    [
      'stops',
      { listStops: refuse(400, 'away') },
      'Could not read whether a stop is in force',
    ],
    [
      'conditions',
      { getConditions: refuse(503, 'away') },
      'Could not read whether anything is wrong here',
    ],
  ])(
    'never lets a failure to read %s pass for their absence',
    async (_, overrides, title) => {
      render({ overrides });
      expect(await screen.findByText(title)).toBeInTheDocument();
    },
  );

  it('is a line for each on the overview, which the keyboard can follow', async () => {
    const user = userEvent.setup();
    const { container } = render(
      {
        freezes: [aFreeze({ exceptions: [aFreezeException()] })],
        overrides: holding(someEnvironmentConditions({ incident })),
      },
      'card',
    );
    await waitFor(async () => expect(await alerts()).toHaveLength(2));
    const [first, freeze] = await alerts();
    expect(first).toHaveTextContent(/^Incident: Payments time out Open until/);
    expect(freeze).toHaveTextContent(
      /^Freeze in force: Release week Ends .*, with exceptions\. See the freeze$/,
    );
    const link = within(freeze).getByRole('link', { name: 'See the freeze' });
    for (let presses = 0; presses < 20; presses++) {
      if (document.activeElement === link) {
        break;
      }
      await user.tab();
    }
    expect(link).toHaveFocus();
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });
});
