export * from './EntityPolicyContent';
export * from './PolicyView';
