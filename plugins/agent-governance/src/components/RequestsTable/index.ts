export * from './RequestsTable';
