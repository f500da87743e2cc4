export { NewReplay } from './NewReplay';
