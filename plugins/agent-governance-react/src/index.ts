/**
 * API reference, hooks and small widgets for showing agents and what they may do in any Backstage frontend.
 *
 * @packageDocumentation
 */

export * from './api';
export * from './components';
export * from './hooks';
export * from './links';
export * from './query';
export * from './time';
