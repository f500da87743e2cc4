export { agentGovernanceModuleAcmeActions } from './module';
