export { ConditionsSection } from './ConditionsSection';
export { ConditionStrip } from './ConditionStrip';
