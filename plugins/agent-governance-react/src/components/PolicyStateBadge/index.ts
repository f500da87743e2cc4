export * from './PolicyStateBadge';
