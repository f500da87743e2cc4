export { OneOf, type Choice } from './OneOf';
