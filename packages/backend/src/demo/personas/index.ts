export { authModulePersonasProvider } from './module';
