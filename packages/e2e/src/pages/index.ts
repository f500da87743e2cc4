export { section } from './section';
