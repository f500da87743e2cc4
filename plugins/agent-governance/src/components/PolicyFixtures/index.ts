export { PolicyFixtures } from './PolicyFixtures';
