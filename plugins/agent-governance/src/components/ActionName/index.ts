export { ActionName } from './ActionName';
