import type { DatabaseActionRequestStore } from './DatabaseActionRequestStore';

/** What services may ask of the store of action requests; each method is documented where it is honoured. */
export type ActionRequestStore = Pick<
  DatabaseActionRequestStore,
  keyof DatabaseActionRequestStore
>;
