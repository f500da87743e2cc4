export { CheckpointCoverage } from './CheckpointCoverage';
