export type { Answer, Attempt, WayAround } from './WayAround';
export { waysAround } from './waysAround';
