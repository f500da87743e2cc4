export { StopSections } from './StopSections';
