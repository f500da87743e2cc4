import { useState } from 'react';
import { ProxiedSignInPage } from '@backstage/core-components';
import { configApiRef, IdentityApi, useApi } from '@backstage/core-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { PersonaChoice } from './PersonaChoice';
import { SignInFailed } from './SignInFailed';
import { readPersonas } from './readPersonas';
import { rememberedPersona } from './rememberedPersona';

/** Signs visitors of the demo in as one of its people. */
export function PersonaSignInPage({ onSignInSuccess }: SignInPageProps) {
  const personas = readPersonas(useApi(configApiRef));
  const [user, setUser] = useState(rememberedPersona.get);

  if (!user) {
    return (
      <PersonaChoice
        personas={personas}
        onChoose={chosen => {
          rememberedPersona.set(chosen);
          setUser(chosen);
        }}
      />
    );
  }
  return (
    <ProxiedSignInPage
      provider="personas"
      headers={{ 'X-Demo-Persona': user }}
      onSignInSuccess={identity => onSignInSuccess(forgetting(identity))}
      ErrorComponent={({ error }) => (
        <SignInFailed
          error={error}
          onBack={() => {
            rememberedPersona.forget();
            setUser(undefined);
          }}
        />
      )}
    />
  );
}

/** Without this, signing out would sign the same person in again. */
function forgetting(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      rememberedPersona.forget();
      await identity.signOut();
    },
  };
}
