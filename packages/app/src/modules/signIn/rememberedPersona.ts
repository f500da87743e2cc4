const KEY = 'demo-persona';

/** Kept per browser tab, so that two tabs can be two people. */
export const rememberedPersona = {
  get: () => sessionStorage.getItem(KEY) ?? undefined,
  set: (user: string) => sessionStorage.setItem(KEY, user),
  forget: () => sessionStorage.removeItem(KEY),
};
