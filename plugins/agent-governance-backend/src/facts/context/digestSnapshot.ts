import {
  ContextFact,
  digestOf,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** Tag of the digest over a context snapshot. */
export const SNAPSHOT_DOMAIN = 'agentgov.context-snapshot.v1';

/** What a snapshot says of an entity, in one digest: fact types, values and sources. */
export function digestSnapshot(
  entityRef: string,
  facts: Array<Pick<ContextFact, 'factType' | 'digest' | 'source'>>,
): string {
  const byType = facts
    .map(({ factType, digest, source }) => [factType, digest ?? null, source])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return digestOf(SNAPSHOT_DOMAIN, { entityRef, facts: byType });
}
