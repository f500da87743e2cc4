export * from './Digest';
