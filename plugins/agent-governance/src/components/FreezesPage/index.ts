export * from './FreezesPage';
