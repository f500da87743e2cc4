export { FreezeMonth, titleOf } from './FreezeMonth';
export { monthOf, startOf, writeMonth, zoneOf } from './monthOf';
export type { MonthPage } from './monthOf';
