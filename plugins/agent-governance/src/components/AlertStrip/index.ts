export * from './AlertStrip';
