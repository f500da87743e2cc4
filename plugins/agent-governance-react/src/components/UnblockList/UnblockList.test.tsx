import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { aDeniedRequest } from '../../testUtils';
import { UnblockList } from './UnblockList';

describe('UnblockList', () => {
  it('says what would turn the verdict, who can do it and when it happens by itself', async () => {
    renderInTestApp(<UnblockList steps={aDeniedRequest().unblock} />, {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    const step = await screen.findByRole('listitem');
    expect(step).toHaveTextContent('The freeze "Release week" ends.');
    expect(step).toHaveTextContent('Then it would be allowed.');
    expect(screen.getByRole('link', { name: /sre/ })).toHaveAttribute(
      'href',
      '/catalog/default/group/sre',
    );
    expect(step).toHaveTextContent('By itself:');
  });
});
