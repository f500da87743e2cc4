export { Item, ItemLine, Quiet } from './Item';
