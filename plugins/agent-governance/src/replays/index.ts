export { headlineOf, say } from './headline';
export { readStart } from './readStart';
export type { ReplayStart } from './readStart';
