export { PolicyEffects } from './PolicyEffects';
