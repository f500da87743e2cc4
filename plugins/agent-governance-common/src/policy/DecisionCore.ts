export type { DecisionCore } from '../model';
