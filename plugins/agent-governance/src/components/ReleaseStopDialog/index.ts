export { ReleaseStopDialog } from './ReleaseStopDialog';
