export * from './DayDialog';
