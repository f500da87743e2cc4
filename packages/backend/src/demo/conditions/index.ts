export { agentGovernanceModuleAcmeConditions } from './module';
