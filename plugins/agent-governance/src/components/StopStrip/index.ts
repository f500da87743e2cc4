export { StopStrip } from './StopStrip';
