import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IdentityApi } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { PersonaSignInPage } from './PersonaSignInPage';
import { rememberedPersona } from './rememberedPersona';

const config = {
  auth: {
    providers: {
      personas: {
        people: [
          {
            user: 'user:default/priya.nair',
            name: 'Priya Nair',
            team: 'Payments',
            invitation: 'Decide.',
          },
        ],
      },
    },
  },
};

const session = {
  providerInfo: {},
  profile: { displayName: 'Priya Nair' },
  backstageIdentity: {
    token: `h.${btoa(JSON.stringify({ exp: 4_000_000_000 }))}.s`,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/priya.nair',
      ownershipEntityRefs: ['user:default/priya.nair'],
    },
  },
};

describe('PersonaSignInPage', () => {
  const onSignInSuccess = jest.fn();
  const originalFetch = global.fetch;
  const fetchMock = jest.fn();

  function renderPage() {
    return renderInTestApp(
      <PersonaSignInPage onSignInSuccess={onSignInSuccess} />,
      {
        config,
        apis: [mockApis.discovery({ baseUrl: 'http://portal.example' })],
      },
    );
  }

  function portalAnswers(status: number, body: object) {
    fetchMock.mockResolvedValue({
      ok: status < 400,
      status,
      statusText: 'Unauthorized',
      headers: new Map([['content-type', 'application/json']]),
      text: async () => JSON.stringify(body),
      json: async () => body,
    });
  }

  beforeEach(() => {
    sessionStorage.clear();
    jest.clearAllMocks();
    global.fetch = fetchMock;
  });

  afterEach(() => {
    global.fetch = originalFetch;
  });

  it('signs in as who was chosen, and is nobody again after signing out', async () => {
    portalAnswers(200, session);
    renderPage();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Continue as Priya Nair' }),
    );

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
    const [url, init] = fetchMock.mock.calls[0];
    expect(url).toBe('http://portal.example/api/auth/personas/refresh');
    expect(new Headers(init.headers).get('X-Demo-Persona')).toBe(
      'user:default/priya.nair',
    );

    const identity: IdentityApi = onSignInSuccess.mock.calls[0][0];
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/priya.nair',
    });
    expect(rememberedPersona.get()).toBe('user:default/priya.nair');
    await identity.signOut();
    expect(rememberedPersona.get()).toBeUndefined();
  });

  it('leads back to the choice when it does not work', async () => {
    portalAnswers(401, {
      error: { name: 'AuthenticationError', message: 'Nobody to sign in as' },
      response: { statusCode: 401 },
    });
    rememberedPersona.set('user:default/left.us');
    renderPage();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Choose somebody else' }),
    );

    expect(
      await screen.findByRole('button', { name: 'Continue as Priya Nair' }),
    ).toBeInTheDocument();
    expect(rememberedPersona.get()).toBeUndefined();
    expect(onSignInSuccess).not.toHaveBeenCalled();
  });
});
