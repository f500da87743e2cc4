export { ConditionsSection } from './ConditionsSection';
export { IncidentLine } from './IncidentLine';
