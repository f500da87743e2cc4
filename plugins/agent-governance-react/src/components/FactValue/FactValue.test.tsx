import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { FactValue } from './FactValue';

const show = (fact: JSX.Element) =>
  renderInTestApp(<div data-testid="value">{fact}</div>, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

describe('FactValue', () => {
  it.each([
    [<FactValue value />, 'yes'],
    [<FactValue value={0} />, '0'],
    [<FactValue value="" />, 'empty text'],
    [<FactValue value={['a', 'b']} />, 'a, b'],
    [<FactValue value={[]} />, 'none'],
    [<FactValue value={{}} />, 'none'],
    [<FactValue value={{ a: 1, b: 'two' }} />, 'a: 1, b: two'],
    [<FactValue value={[{ a: 1 }]} />, '1 item'],
    [<FactValue value={undefined} state="known" />, 'none'],
    [<FactValue value={undefined} state="unknown" />, 'no value'],
  ])('shows %#', async (fact, words) => {
    show(fact);
    expect(await screen.findByTestId('value')).toHaveTextContent(words);
  });

  it('links what is an entity', async () => {
    show(<FactValue value="group:default/payments" />);
    expect(await screen.findByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/group/payments',
    );
  });
});
