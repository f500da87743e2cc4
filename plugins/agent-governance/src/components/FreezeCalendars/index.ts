export * from './FreezeCalendars';
