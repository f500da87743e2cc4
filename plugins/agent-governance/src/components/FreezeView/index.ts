export { CoverageList } from './FreezeCoverage';
export { ExceptionScopeName } from './ExceptionItem';
export { FreezeView } from './FreezeView';
export { Occurrences } from './Occurrences';
export { splitList } from './splitList';
