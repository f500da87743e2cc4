import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Time } from './Time';

describe('Time', () => {
  it('is reached by keyboard and carries the exact time in UTC', async () => {
    const threeHoursAgo = new Date(Date.now() - 3 * 3_600_000).toISOString();
    render(<Time value={threeHoursAgo} />);
    const time = screen.getByText('3 hours ago');
    expect(time).toHaveAttribute('datetime', threeHoursAgo);
    expect(time).toHaveTextContent('UTC');
    await userEvent.tab();
    expect(time).toHaveFocus();
  });

  it('shows what it cannot read as it came', () => {
    render(<Time value="yesterday" />);
    expect(screen.getByText('yesterday')).toBeInTheDocument();
  });
});
