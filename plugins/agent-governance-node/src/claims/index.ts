export type { LiveClaims, LiveEffect } from './LiveClaims';
export { liveClaimsServiceRef } from './liveClaimsServiceRef';
export type { LiveEffects, SeenCall } from './LiveEffects';
export { liveEffectsServiceRef } from './liveEffectsServiceRef';
export { bodyDigestOf, routeOf } from './routeOf';
