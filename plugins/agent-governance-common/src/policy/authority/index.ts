export { judgeAuthority } from './judgeAuthority';
export type { AuthorityContext } from './judgeAuthority';
export { scopeWarnings } from './scopeWarnings';
