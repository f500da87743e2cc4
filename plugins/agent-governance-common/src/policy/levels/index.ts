export { agentLevel } from './agentLevel';
export { combineLevels } from './combineLevels';
export type { Combination } from './combineLevels';
export { portalLevel } from './portalLevel';
export { stopsLevel } from './stopsLevel';
