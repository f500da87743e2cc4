export { List } from './List';
