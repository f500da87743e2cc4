export { LazyPart } from './LazyPart';
