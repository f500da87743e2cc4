export type { CursorList } from './useCursorList';
export * from './AgentGovernanceQueryProvider';
export * from './useAgentGovernanceQueryClient';
export * from './usePollInterval';
export * from './useRefetchOnSignal';
