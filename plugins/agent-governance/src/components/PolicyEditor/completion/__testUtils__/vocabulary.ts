import {
  describeFacts,
  describeFunctions,
  TARGET_FIELD_NAMES,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Vocabulary } from '../types';

/** The real facts and functions, and a few actions and environments. */
export const vocabulary: Vocabulary = {
  facts: describeFacts(),
  functions: describeFunctions(),
  targetFields: TARGET_FIELD_NAMES,
  actions: [
    { id: 'deployments:restart', title: 'Restart a deployment' },
    { id: 'deployments:rollback', title: 'Roll a deployment back' },
    { id: 'ticket-close', title: 'Close a ticket' },
  ],
  environments: ['staging', 'production'],
};
