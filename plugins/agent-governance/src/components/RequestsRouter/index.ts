export * from './RequestsRouter';
