export { StopItem } from './StopItem';
export { StopApprovals } from './StopApprovals';
