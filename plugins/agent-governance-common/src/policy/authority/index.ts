export { judgeAuthority } from './judgeAuthority';
export type { AuthorityContext } from './judgeAuthority';
