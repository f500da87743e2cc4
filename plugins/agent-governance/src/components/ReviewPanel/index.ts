export * from './ReviewPanel';
