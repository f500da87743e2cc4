export * from './AccessToken';
export * from './AgentSession';
export * from './assertWithKey';
export * from './readAgentKey';
export * from './signInAtPortal';
export * from './signInWithOAuth';
