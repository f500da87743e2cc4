export { ReplayStateTag } from './ReplayStateTag';
export { ReplayView } from './ReplayView';
