export { personas } from './personas';
export type { Persona } from './personas';
export { signInAs } from './signInAs';
