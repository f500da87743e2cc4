import {
  JsonObject,
  digestOf,
} from '@agentgov/backstage-plugin-agent-governance-common';

/**
 * Names exactly what was asked: an approval binds to it, and nothing else runs under it.
 * Change anything here and it is another request.
 */
export function actionDigest(asked: {
  agentRef: string;
  agentUid: string;
  actionId: string;
  definitionDigest: string;
  targetRef: string;
  targetUid: string;
  environment: string;
  /** Valid, with defaults filled in. */
  input: JsonObject;
  /** A person's full entity ref. */
  onBehalfOf?: string;
  delegationId?: string;
  snapshotId?: string;
}): string {
  return digestOf('agentgov.action.v1', {
    ...asked,
    onBehalfOf: asked.onBehalfOf ?? null,
    delegationId: asked.delegationId ?? null,
    snapshotId: asked.snapshotId ?? null,
  });
}
