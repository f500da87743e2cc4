import { aProgress } from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Checkpoints } from './Checkpoints';

const render = (props: Parameters<typeof Checkpoints>[0]) =>
  renderInTestApp(<Checkpoints {...props} />, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

describe('Checkpoints', () => {
  it('says who asks, who approved and who is still needed', async () => {
    const { checkpoints, because } = aProgress();
    const { container } = render({ checkpoints, summary: because });
    const checkpoint = await screen.findByRole('region', {
      name: 'Asked for by irreversible-or-wide of production-changes',
    });
    expect(container).toHaveTextContent(
      '1 of 2: one of group:default/sre still needed',
    );
    const [owner, sre] = [...checkpoint.querySelectorAll('li')];
    expect(owner).toHaveTextContent(
      '1 person of payments, the owner of the targetApprovedby priya',
    );
    expect(sre).toHaveTextContent('1 person of sre1 still needed');
    expect(checkpoint).toHaveTextContent(
      'Whoever could count for several of these counts for one.',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('lists every way there is to satisfy it, and what became of others', async () => {
    const [risky] = aProgress().checkpoints;
    const { container } = render({
      checkpoints: [
        {
          ...risky,
          notes: ['Nobody can satisfy three of group:default/cto.'],
          anyOf: [risky.anyOf[0], { ...risky.anyOf[0], met: true }],
        },
        {
          id: 'default',
          met: true,
          anyOf: [risky.anyOf[0]],
        },
      ],
    });
    expect(
      await screen.findByText('All of these have to be satisfied:'),
    ).toBeInTheDocument();
    expect(screen.getByText('Any one of these is enough:')).toBeInTheDocument();
    expect(container).toHaveTextContent('Nobody can satisfy three of');
    expect(
      screen.getByRole('region', {
        name: 'Asked for where no policy says who',
      }),
    ).toHaveTextContent('Satisfied');
    expect(await axe(container)).toHaveNoViolations();
  });
});
