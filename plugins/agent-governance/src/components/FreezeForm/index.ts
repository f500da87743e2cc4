export * from './FreezeForm';
