/**
 * What all parts of agent governance agree on: the model, the permissions and the client.
 *
 * @packageDocumentation
 */

export * from './agent';
export * from './agentPolicy';
export * from './canonical';
export * from './client';
export * from './model';
export * from './permissions';
