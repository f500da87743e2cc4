export { RequestsBrowser } from './RequestsBrowser';
export { RequestsTable } from './RequestsTable';
