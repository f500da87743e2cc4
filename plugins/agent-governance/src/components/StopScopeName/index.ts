export { StopScopeName } from './StopScopeName';
