export * from './LedgerEntries';
