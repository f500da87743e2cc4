export { PolicyText } from './PolicyText';
