export { EndFreeze } from './EndFreeze';
export { FreezeItem } from './FreezeItem';
export { FreezeScopeName } from './FreezeScopeName';
export { FreezeStateTag } from './FreezeStateTag';
export { FreezeActor, FreezeTime } from './FreezeTime';
