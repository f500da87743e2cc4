export * from './formatTime';
export * from './useNow';
