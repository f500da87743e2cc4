export * from './ActionError';
export * from './actionErrors';
export * from './AgentError';
export * from './isAgentFailure';
export * from './PortalError';
export * from './portalErrors';
