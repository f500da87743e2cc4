export { releaseStops } from './releaseStops';
export { asPerson } from './asPerson';
export type { PersonSession } from './asPerson';
export { personas } from './personas';
export type { Persona } from './personas';
export { signInAs } from './signInAs';
