import { ConfigApi } from '@backstage/core-plugin-api';

/** Somebody a visitor of the demo can sign in as. */
export interface Persona {
  /** Entity ref. */
  user: string;
  name: string;
  team: string;
  /** One sentence: what to look at in this role. */
  invitation: string;
}

/** The personas the backend would let in; none when the demo is off. */
export function readPersonas(config: ConfigApi): Persona[] {
  const personas =
    config.getOptionalConfigArray('auth.providers.personas.people') ?? [];
  return personas.map(persona => ({
    user: persona.getString('user'),
    name: persona.getString('name'),
    team: persona.getString('team'),
    invitation: persona.getString('invitation'),
  }));
}
