import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';

/** From where the tests trust policies. */
export const TRUSTED = 'url:https://git.example.com/policies/all.yaml';

/** A policy as the catalog shows it: of the organization, with one rule, unless said otherwise. */
export function policyEntity(
  name: string,
  spec: JsonObject = {},
  metadata: { origin?: string; annotations?: Record<string, string> } = {},
): Entity {
  return {
    apiVersion: 'agent-governance.io/v1alpha1',
    kind: 'AgentPolicy',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}`,
      annotations: {
        'backstage.io/managed-by-origin-location': metadata.origin ?? TRUSTED,
        ...metadata.annotations,
      },
    },
    spec: {
      owner: 'group:default/platform',
      level: 'organization',
      rules: [
        {
          name: 'frozen',
          effect: 'deny',
          when: 'conditions.freeze.active',
          because: 'Nothing changes during a freeze.',
        },
      ],
      ...spec,
    },
  };
}
