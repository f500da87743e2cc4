export { perimeterServiceFactory } from './perimeterServiceFactory';
