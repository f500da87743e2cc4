import { render, screen } from '@testing-library/react';
import { FreshnessBadge } from './FreshnessBadge';

describe('FreshnessBadge', () => {
  it.each([
    ['fresh', 'Fresh'],
    ['ageing', 'Ageing'],
    ['stale', 'Stale'],
    ['unknown', 'Unknown'],
  ] as const)('says %s in a word', (freshness, word) => {
    render(<FreshnessBadge freshness={freshness} />);
    expect(screen.getByText(word)).toBeInTheDocument();
  });
});
