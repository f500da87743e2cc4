export * from './agentGovernanceApiRef';
