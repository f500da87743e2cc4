import { RELATION_OWNED_BY, RELATION_OWNER_OF } from '@backstage/catalog-model';
import {
  RELATION_GOVERNED_BY,
  RELATION_GOVERNS,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { EntityReference } from './EntityReference';

/** What a policy refers to, with the relation pair each becomes. */
export const agentPolicyReferences: EntityReference[] = [
  {
    field: 'owner',
    defaultKind: 'Group',
    allowedKinds: ['Group', 'User'],
    outgoing: RELATION_OWNED_BY,
    incoming: RELATION_OWNER_OF,
  },
  {
    field: 'entity',
    defaultKind: 'Component',
    outgoing: RELATION_GOVERNS,
    incoming: RELATION_GOVERNED_BY,
  },
];
