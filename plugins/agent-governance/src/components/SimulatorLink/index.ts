export { SimulatorLink } from './SimulatorLink';
