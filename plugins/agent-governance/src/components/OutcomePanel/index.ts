export { OutcomePanel } from './OutcomePanel';
