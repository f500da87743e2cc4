export * from './EndFreezeDialog';
