import {
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  RELATION_OPERATED_BY,
  RELATION_OPERATES,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { EntityReference } from './EntityReference';

/** What an agent refers to, with the relation pair each becomes. */
export const agentReferences: EntityReference[] = [
  {
    field: 'owner',
    defaultKind: 'Group',
    allowedKinds: ['Group', 'User'],
    outgoing: RELATION_OWNED_BY,
    incoming: RELATION_OWNER_OF,
  },
  {
    field: 'system',
    defaultKind: 'System',
    allowedKinds: ['System'],
    outgoing: RELATION_PART_OF,
    incoming: RELATION_HAS_PART,
  },
  {
    field: 'operates',
    defaultKind: 'Component',
    allowedKinds: ['Component', 'System'],
    outgoing: RELATION_OPERATES,
    incoming: RELATION_OPERATED_BY,
  },
];
