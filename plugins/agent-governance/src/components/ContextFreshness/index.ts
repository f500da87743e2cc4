export * from './ContextFreshness';
