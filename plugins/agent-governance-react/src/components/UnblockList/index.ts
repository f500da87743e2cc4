export * from './UnblockList';
