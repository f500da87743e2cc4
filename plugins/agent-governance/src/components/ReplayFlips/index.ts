export { ReplayFlips } from './ReplayFlips';
export { useFlipLink } from './useFlipAddress';
export type { FlipFilter } from './useFlipAddress';
