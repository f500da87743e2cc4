export type { FactAt, FactPath, FactValueAt } from './FactPath';
export { readFact } from './readFact';
export type { ReadFact } from './readFact';
export { withFact } from './withFact';
