export * from './RequestLink';
