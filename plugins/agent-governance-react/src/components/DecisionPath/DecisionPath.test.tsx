import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { aDecision } from '../../testUtils';
import { DecisionPath } from './DecisionPath';

const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

describe('DecisionPath', () => {
  it('reads as a path: level, policy, rule, the facts it read', async () => {
    const { container } = renderInTestApp(
      <DecisionPath decision={aDecision()} />,
      { mountedRoutes },
    );
    expect(await screen.findByText('Portal')).toBeInTheDocument();
    expect(screen.getByText('requires approval')).toBeInTheDocument();
    expect(screen.getByText('execute-approved')).toBeInTheDocument();
    expect(
      screen.getByText('inEnvironment(environments: ["production"])'),
    ).toBeInTheDocument();
    const [first] = screen.getAllByRole('list', { name: 'Facts it read' });
    expect(first).toHaveTextContent('environment.name');
    expect(first).toHaveTextContent('production');
    expect(first).toHaveTextContent('from config, observed at that moment');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('marks what was unknown, in the rule and in the fact', async () => {
    renderInTestApp(<DecisionPath decision={aDecision()} />, { mountedRoutes });
    const read = (
      await screen.findByText('the health source has gone silent')
    ).closest('li')!;
    expect(within(read).getByText('Unknown')).toBeInTheDocument();
    expect(within(read).getByText('no value')).toBeInTheDocument();
    expect(screen.getAllByText('unknown').length).toBeGreaterThan(0);
  });

  it('folds the criteria that decided nothing', async () => {
    renderInTestApp(<DecisionPath decision={aDecision()} />, { mountedRoutes });
    const fold = await screen.findByText('1 more that did not decide this');
    expect(
      screen.queryByText('the effect class is keyed'),
    ).not.toBeInTheDocument();
    await userEvent.click(fold);
    expect(
      await screen.findByText('the effect class is keyed'),
    ).toBeInTheDocument();
  });

  it('folds the rules that did not match', async () => {
    renderInTestApp(<DecisionPath decision={aDecision()} />, { mountedRoutes });
    const fold = await screen.findByText('1 rule did not match');
    expect(
      screen.queryByText('the required context is not fresh'),
    ).not.toBeInTheDocument();
    await userEvent.click(fold);
    expect(
      await screen.findByText('the required context is not fresh'),
    ).toBeInTheDocument();
  });

  it('does not fold the rules when that none matched is the reason', async () => {
    const decision = aDecision({ verdict: 'deny', reason: 'not-granted' });
    decision.levels[0].policies[0].rules.forEach(rule => {
      rule.matched = false;
    });
    renderInTestApp(<DecisionPath decision={decision} />, { mountedRoutes });
    expect(
      await screen.findByText('the required context is not fresh'),
    ).toBeInTheDocument();
    expect(
      screen.queryByText(/did not match$/, { selector: 'summary' }),
    ).toBeNull();
  });

  it('says at which level something could not be evaluated', async () => {
    const decision = aDecision({
      verdict: 'deny',
      reason: 'could-not-evaluate',
      levels: [
        {
          level: 'portal',
          granted: false,
          effect: 'none',
          couldNotEvaluate: 'The permission backend did not answer.',
          because: '',
          policies: [],
        },
      ],
    });
    renderInTestApp(<DecisionPath decision={decision} />, { mountedRoutes });
    expect(
      await screen.findByText('The permission backend did not answer.'),
    ).toBeInTheDocument();
    expect(screen.getAllByText('Could not evaluate')).toHaveLength(2);
  });

  it('leads to a document, says whose it is, and when it did not decide as it stands', async () => {
    const decision = aDecision();
    decision.levels.push({
      level: 'organization',
      granted: false,
      effect: 'deny',
      because: 'production is frozen',
      policies: [
        {
          id: 'agentpolicy:default/production-changes',
          title: 'Production changes',
          owner: 'group:default/platform',
          digest: 'ab'.repeat(32),
          standing: 'last-good',
          rules: [
            {
              name: 'code-freeze',
              effect: 'deny',
              matched: true,
              because: 'production is frozen',
              reads: [],
            },
          ],
        },
      ],
    });
    const { container } = renderInTestApp(
      <DecisionPath decision={decision} />,
      { mountedRoutes },
    );
    expect(
      await screen.findByRole('link', { name: /production-changes/ }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/agentpolicy/production-changes',
    );
    expect(screen.getByRole('link', { name: /platform/ })).toBeInTheDocument();
    expect(
      screen.getByText('Broken: its last good text decided'),
    ).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('keeps policies in shadow apart, and says what they would have done', async () => {
    const [{ policies }] = aDecision().levels;
    renderInTestApp(
      <DecisionPath
        decision={aDecision({
          shadow: [
            {
              level: 'organization',
              policy: {
                ...policies[0],
                id: 'agentpolicy:default/draft',
                title: 'Draft',
              },
              effect: 'deny',
              verdict: 'deny',
            },
          ],
        })}
      />,
      { mountedRoutes },
    );
    const shadow = await screen.findByRole('region', {
      name: 'Policies in shadow',
    });
    expect(shadow).toHaveTextContent(
      'With it enforced this would have been denied.',
    );
    expect(shadow).toHaveTextContent('counted for nothing');
  });
});
