import { parseEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '../../../model';
import { PolicyDocument } from '../PolicyDocument';

/**
 * The catalog entity that says what a document says: read again, it gives the same document. Nothing is left out that
 * has a default, and what an author wrote besides the policy is not there.
 *
 * @public
 */
export function policyEntityOf(document: PolicyDocument): JsonObject {
  const { schemaVersion, ref, title, ...spec } = document;
  const { name, namespace } = parseEntityRef(ref);
  const entity = {
    apiVersion: 'agent-governance.io/v1alpha1',
    kind: 'AgentPolicy',
    metadata: {
      name,
      ...(namespace !== 'default' && { namespace }),
      ...(title !== name && { title }),
    },
    spec: {
      ...spec,
      ...(Object.keys(spec.appliesTo).length === 0 && { appliesTo: undefined }),
    },
  };
  // what is undefined is not there
  return JSON.parse(JSON.stringify(entity));
}
