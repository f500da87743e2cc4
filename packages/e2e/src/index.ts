export * from './accessibility/expectAccessible';
export * from './agents';
export * from './people';
export * from './portal';
export { expect, test } from './test';
export * from './world';
