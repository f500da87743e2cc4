import { render } from '@testing-library/react';
import { axe } from 'jest-axe';
import { ActionRequestState } from '@agentgov/backstage-plugin-agent-governance-common';
import { VerdictBadge } from './VerdictBadge';
import { wasApproved } from './wasApproved';

const look = (badge: JSX.Element) => {
  const { container } = render(badge);
  const tag = container.firstElementChild as HTMLElement;
  return {
    words: tag.textContent,
    icon: tag.querySelector('path')?.getAttribute('d'),
    colour: tag.dataset.tone,
  };
};

describe('VerdictBadge', () => {
  it('tells the three refusals apart by word, by icon and by colour', () => {
    const refusals = (
      ['denied', 'not-granted', 'could-not-evaluate'] as const
    ).map(reason => look(<VerdictBadge verdict="deny" reason={reason} />));
    expect(refusals.map(refusal => refusal.words)).toEqual([
      'Denied',
      'Not granted',
      'Could not evaluate',
    ]);
    expect(new Set(refusals.map(refusal => refusal.icon)).size).toBe(3);
    expect(new Set(refusals.map(refusal => refusal.colour)).size).toBe(3);
  });

  it('says when what was held has been approved', () => {
    const shown = (state: ActionRequestState) =>
      look(
        <VerdictBadge
          verdict="hold"
          reason="granted"
          approved={wasApproved({ verdict: 'hold', state })}
        />,
      ).words;
    expect(shown('succeeded')).toBe('Approved');
    expect(shown('held')).toBe('Held');
    expect(shown('expired')).toBe('Held');
    expect(wasApproved({ verdict: 'allow', state: 'succeeded' })).toBe(false);
  });

  it('says when it is allowed and when it is held', () => {
    expect(look(<VerdictBadge verdict="allow" reason="granted" />).words).toBe(
      'Allowed',
    );
    expect(look(<VerdictBadge verdict="hold" reason="granted" />).words).toBe(
      'Held',
    );
    expect(
      look(<VerdictBadge verdict="hold" reason="could-not-evaluate" />).words,
    ).toBe('Held, could not evaluate');
  });

  it('can be read by everybody', async () => {
    const { container } = render(
      <VerdictBadge verdict="deny" reason="not-granted" />,
    );
    expect(await axe(container)).toHaveNoViolations();
  });
});
