export * from './FreezeStrip';
