import { Config } from '@backstage/config';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { LiveEffects } from '@agentgov/backstage-plugin-agent-governance-node';
import { PeoplePolicy } from './PeoplePolicy';
import { readLedgerReaders } from './readLedgerReaders';
import { withAgentGovernance } from './withAgentGovernance';

/**
 * The ready policy: governs agents and leaves people unrestricted.
 *
 * It is meant for portals that have no policy of their own. One that has keeps it and wraps it with
 * {@link withAgentGovernance}.
 *
 * | An agent's request | Verdict |
 * |---|---|
 * | reads something its portal user may read | allow |
 * | changes something outside production that its own owner owns | allow |
 * | changes something in production, owned, healthy, with an undo, good context and a quote that holds | allow |
 * | the same, but it is not known to be healthy, the context is not good enough, there is no undo, or the quote is missing or expired | a person approves |
 * | changes something during a freeze, or acts on context that has changed since | deny |
 * | changes something that another owner owns | deny |
 *
 * The exact criteria are `agentActionCriteria`.
 */
export function agentGovernancePolicy(
  config: Config,
  options: { effects?: Pick<LiveEffects, 'covers'> } = {},
): PermissionPolicy {
  return withAgentGovernance(
    PeoplePolicy.create({ ledgerReaders: readLedgerReaders(config) }),
    options,
  );
}
