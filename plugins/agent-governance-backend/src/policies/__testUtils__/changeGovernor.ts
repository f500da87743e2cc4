import { Knex } from 'knex';
import { GovernanceConfig } from '../../GovernanceConfig';
import { DatabasePolicyChangeStore } from '../../store/DatabasePolicyChangeStore';
import { DatabasePolicyStore } from '../../store/DatabasePolicyStore';
import { ChangeGovernor } from '../ChangeGovernor';

/** Test: what lets changes of policies take effect or wait; they take effect unless said otherwise. */
export function changeGovernor(
  knex: Knex,
  options: {
    now: () => Date;
    policyChanges?: GovernanceConfig['policyChanges'];
  },
): ChangeGovernor {
  const { now, policyChanges = { adoptWithinMs: 0 } } = options;
  return ChangeGovernor.create({
    store: DatabasePolicyStore.create({ knex }),
    changes: DatabasePolicyChangeStore.create({ knex }),
    config: { policyChanges },
    now,
  });
}
