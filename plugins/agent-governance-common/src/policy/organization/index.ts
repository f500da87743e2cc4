export { judgePolicy } from './judgePolicy';
export type { PolicyAuthority } from './judgePolicy';
export { parseOrganization } from './parseOrganization';
