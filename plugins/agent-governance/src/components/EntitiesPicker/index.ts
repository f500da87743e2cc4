export { EntitiesPicker } from './EntitiesPicker';
