import { render, screen } from '@testing-library/react';
import App from './App';

const people = [
  {
    user: 'user:default/priya',
    name: 'Priya Nair',
    team: 'Payments',
    invitation: 'Decide on what agents want to do to the payments services.',
  },
];

function withConfig(data: object) {
  process.env = {
    NODE_ENV: 'test',
    APP_CONFIG: [{ context: 'test', data }] as any,
  };
}

describe('App', () => {
  beforeEach(() => sessionStorage.clear());

  it('asks a visitor of the demo who they want to be', async () => {
    withConfig({
      app: { title: 'Acme portal', baseUrl: 'http://localhost' },
      backend: { baseUrl: 'http://localhost' },
      auth: { providers: { personas: { people } } },
    });

    render(App.createRoot());

    expect(
      await screen.findByRole('button', { name: 'Continue as Priya Nair' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Payments')).toBeInTheDocument();
  });
});
