export * from './ZonePicker';
