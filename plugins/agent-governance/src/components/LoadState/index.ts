export * from './LoadState';
export * from './statusOf';
