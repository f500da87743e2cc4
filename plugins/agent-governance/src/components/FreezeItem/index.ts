export * from './FreezeItem';
