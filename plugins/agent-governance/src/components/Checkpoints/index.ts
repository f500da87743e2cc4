export { Checkpoints } from './Checkpoints';
export { withoutProgress } from './withoutProgress';
