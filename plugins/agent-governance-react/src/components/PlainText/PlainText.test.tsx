import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PlainText } from './PlainText';

describe('PlainText', () => {
  it('never becomes markup', () => {
    const { container } = render(
      <PlainText text='<img src=x onerror="alert(1)"> [a](javascript:x) **b**' />,
    );
    expect(container.querySelector('img, a, b')).toBeNull();
    expect(container).toHaveTextContent(
      '<img src=x onerror="alert(1)"> [a](javascript:x) **b**',
    );
  });

  it('shows characters that would reorder the line', () => {
    render(<PlainText text={'approve \u202Enever'} />);
    expect(screen.getByText('U+202E')).toBeInTheDocument();
  });

  it('cuts what is long and gives the rest when asked', async () => {
    render(<PlainText text={'x'.repeat(12_000)} limit={100} />);
    expect(screen.queryByText(/x{101}/)).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all 12,000 characters' }),
    );
    expect(screen.getByText(/x{12000}/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show less' }));
    expect(screen.queryByText(/x{101}/)).not.toBeInTheDocument();
  });

  it('does not cut a character in two', () => {
    const { container } = render(<PlainText text="🚀🚀🚀" limit={1} />);
    expect(container.querySelector('bdi')).toHaveTextContent('🚀…');
    expect(container).not.toHaveTextContent('U+D83D');
  });
});
