export { calmDown } from './calmDown';
export { changeFact } from './changeFact';
export { DemoWorld } from './DemoWorld';
export type { Effect, WorldFault, WorldRecord } from './DemoWorld';
export { freshVersion } from './freshVersion';
