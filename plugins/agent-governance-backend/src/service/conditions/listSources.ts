import { ConditionSource } from '@agentgov/backstage-plugin-agent-governance-node';
import { ConditionSourceConfig } from '../../GovernanceConfig';
import { KnownConditionSource } from '../../facts/conditions/KnownConditionSource';
import { toListened } from './ConditionPoller';

const ID = /^[a-z][a-z0-9-]{0,62}$/;

/**
 * Everything that is listened to.
 *
 * @throws Error naming a source that modules added and that cannot be
 */
export function listSources(
  configured: ConditionSourceConfig[],
  polled: ConditionSource[],
): KnownConditionSource[] {
  const sources = [...configured, ...polled.map(toListened)];
  polled.forEach(({ id }, index) => {
    if (!ID.test(id)) {
      throw new Error(
        `Condition source '${id}' cannot be registered: its id must be lower-case letters, digits and dashes`,
      );
    }
    const first = sources.findIndex(other => other.id === id);
    if (first !== configured.length + index) {
      throw new Error(
        `Condition source '${id}' cannot be registered: another source has the same id`,
      );
    }
  });
  return sources.map(({ id, title, type, kind, ttlMs, quietAfterMs }) => ({
    id,
    title,
    type,
    kind,
    ttlMs,
    ...(quietAfterMs !== undefined && { quietAfterMs }),
  }));
}
