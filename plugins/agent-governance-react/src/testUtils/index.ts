/**
 * A portal in memory, with realistic data, for tests of frontends that show agents.
 *
 * @packageDocumentation
 */

export * from './agentGovernanceApiMock';
export * from './builders';
export * from './refuse';
