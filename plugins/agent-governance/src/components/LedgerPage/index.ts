export * from './LedgerPage';
