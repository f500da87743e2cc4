export * from './FreshnessBadge';
