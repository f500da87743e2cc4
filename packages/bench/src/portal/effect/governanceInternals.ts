/**
 * The parts of the plugin that a decision at the moment of effect is made of. They are nobody's API; only here, where
 * they are measured, is it right to reach for them.
 */
/* eslint-disable @backstage/no-forbidden-package-imports */
export { readGovernanceConfig } from '@agentgov/backstage-plugin-agent-governance-backend/src/config';
export { ActionRegistry } from '@agentgov/backstage-plugin-agent-governance-backend/src/actions/ActionRegistry';
export { seal } from '@agentgov/backstage-plugin-agent-governance-backend/src/facts/FactsGatherer';
export { createServices } from '@agentgov/backstage-plugin-agent-governance-backend/src/wiring/createServices';
