export * from './agents';
export * from './context';
export * from './decisions';
export * from './facts';
export * from './freezes';
export * from './ledger';
export * from './requests';
export * from './reviews';
