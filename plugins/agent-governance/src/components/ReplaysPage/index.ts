export { ReplaysPage } from './ReplaysPage';
