export type { LiveClaims, LiveEffect } from './LiveClaims';
export { liveClaimsServiceRef } from './liveClaimsServiceRef';
export { bodyDigestOf, routeOf } from './routeOf';
