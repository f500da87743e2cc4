export { catalogModuleAcmeAgents } from './module';
