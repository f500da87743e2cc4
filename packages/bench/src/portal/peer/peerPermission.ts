import { createPermission } from '@backstage/plugin-permission-common';
import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';

/** The stock plugin that ours is compared with. */
export const PEER_PLUGIN = 'bench-peer';

/** What the peer guards. */
export interface Thing {
  ref: string;
  owner: string;
}

export const thingResourceRef = createPermissionResourceRef<
  Thing,
  object
>().with({ pluginId: PEER_PLUGIN, resourceType: 'bench-thing' });

export const thingUsePermission = createPermission({
  name: 'bench.thing.use',
  attributes: { action: 'update' },
  resourceType: thingResourceRef.resourceType,
});

/** A rule as plugins write them: about the owner. */
export const isOwnedByRule = createPermissionRule({
  name: 'IS_OWNED_BY',
  description: 'Allow what one of these owns',
  resourceRef: thingResourceRef,
  paramsSchema: z.object({ owners: z.array(z.string()) }),
  apply: ({ owner }, { owners }) => owners.includes(owner),
  toQuery: () => ({}),
});

export const { conditions: thingConditions, createConditionalDecision } =
  createConditionExports({
    resourceRef: thingResourceRef,
    rules: { isOwnedBy: isOwnedByRule },
  });
