import { ACTION_REQUEST_STATES } from '@agentgov/backstage-plugin-agent-governance-common';
import { render, screen } from '@testing-library/react';
import { StateBadge, stateWord } from './StateBadge';

describe('StateBadge', () => {
  it('has a word of its own for every state', () => {
    const words = ACTION_REQUEST_STATES.map(stateWord);
    expect(new Set(words).size).toBe(ACTION_REQUEST_STATES.length);
  });

  it('says what was found out of an outcome nobody could tell', () => {
    const { unmount } = render(
      <StateBadge state="reconciled" found="failed" />,
    );
    expect(screen.getByText('Found not to have happened')).toBeInTheDocument();
    unmount();
    render(<StateBadge state="reconciled" found="succeeded" />);
    expect(screen.getByText('Found to have happened')).toBeInTheDocument();
  });

  it('does not pass an unknown outcome off as a failure', () => {
    render(<StateBadge state="unknown" />);
    expect(screen.getByText('Outcome unknown')).toBeInTheDocument();
  });

  it('says of a call that may run what it waits for', () => {
    render(<StateBadge state="authorised" awaitsCaller />);
    expect(
      screen.getByText('Waits for its agent to call again'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Authorised')).toBeNull();
  });
});
