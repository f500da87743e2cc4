export { SimulatorPage } from './SimulatorPage';
