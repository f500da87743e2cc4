export * from './ImportFreezesDialog';
