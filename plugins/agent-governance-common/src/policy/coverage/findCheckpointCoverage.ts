import {
  CheckpointCoverage,
  CheckpointCoverageCell,
  CheckpointCoverageState,
  CoveringPolicy,
  CoveringRule,
  Facts,
} from '../../model';
import { PolicyIndex } from '../policies';
import { EntryRule, PolicyEntry } from '../policies/PolicyEntry';
import { cellsOf, CoverageCellFacts } from './CoverageCellFacts';
import { COVERAGE_LIMITS } from './coverageLimits';
import { countCells } from './countCells';
import { CoveredAction, CoveredEnvironment } from './CoveredAction';
import { CoveringRules } from './CoveringRules';
import { RuleReach } from './RuleReach';

const STATES: Record<
  CoveringRule['effect'],
  Exclude<CheckpointCoverageState, 'uncovered'>
> = { deny: 'denied', 'require-approval': 'held', allow: 'allowed' };

/**
 * Where every action that changes something is held, let through or denied by a policy document, and where nobody decided.
 *
 * Static: nothing is guessed about requests. Authority, scope and expressions are evaluated over what is known of the
 * action and the environment; what they need beyond that is what their saying something depends on.
 *
 * @param options - `maySee` says whether a policy may be named to the reader; one that may not still counts.
 *   `only` leaves cells out of the answer, never out of its numbers.
 * @public
 */
export function findCheckpointCoverage(options: {
  index: PolicyIndex;
  actions: readonly CoveredAction[];
  environments: readonly CoveredEnvironment[];
  maySee?: (policyRef: string) => boolean;
  only?: {
    environments?: readonly string[];
    states?: readonly CheckpointCoverageState[];
  };
}): CheckpointCoverage {
  const { index, actions, environments, only, maySee = () => true } = options;
  const reach = new RuleReach();
  const entries = index.candidates({ schemaVersion: 1 } as Facts);
  const all = cellsOf(actions, environments).map(cell =>
    coverageOf(cell, { entries, reach, maySee }),
  );
  const cells = all.filter(
    ({ environment, state }) =>
      (only?.environments?.includes(environment) ?? true) &&
      (only?.states?.includes(state) ?? true),
  );
  return {
    numbers: countCells(all),
    environments: [...environments]
      .sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1))
      .map(({ name, production }) => ({
        name,
        production,
        numbers: countCells(
          all.filter(({ environment }) => environment === name),
        ),
      })),
    cells,
    policies: policiesNamedIn(cells, entries),
    outside: [...COVERAGE_LIMITS],
  };
}

function coverageOf(
  cell: CoverageCellFacts,
  options: {
    entries: readonly PolicyEntry[];
    reach: RuleReach;
    maySee: (policyRef: string) => boolean;
  },
): CheckpointCoverageCell {
  const { entries, reach, maySee } = options;
  const dependencies = (entry: PolicyEntry, rule: EntryRule) =>
    reach.dependencies(entry, rule, cell);
  const enforced = new CoveringRules(dependencies);
  const shadow = new CoveringRules(dependencies);
  for (const entry of entries) {
    const extents = reach.over(entry, cell);
    if (extents.length > 0) {
      const rules = entry.mode === 'shadow' ? shadow : enforced;
      rules.add(entry, extents, maySee(entry.header.id));
    }
  }
  const { named, more } = enforced.result();
  const tried = shadow.result();
  return {
    actionId: cell.action.id,
    environment: cell.environment.name,
    ...stateOf(enforced),
    rules: named,
    moreRules: more,
    shadow: tried.named,
    moreShadow: tried.more,
  };
}

/** What is always said stands, whatever else depends; of what depends, the loosest may be all that a request meets. */
function stateOf({
  always,
  loosest,
}: CoveringRules): Pick<CheckpointCoverageCell, 'state' | 'extent'> {
  if (always) {
    return { state: STATES[always], extent: 'always' };
  }
  return loosest
    ? { state: STATES[loosest], extent: 'partly' }
    : { state: 'uncovered' };
}

function policiesNamedIn(
  cells: readonly CheckpointCoverageCell[],
  entries: readonly PolicyEntry[],
): CoveringPolicy[] {
  const named = new Set(
    cells.flatMap(({ rules, shadow }) =>
      [...rules, ...shadow].map(({ policyRef }) => policyRef),
    ),
  );
  const policies = entries
    .filter(({ header }) => named.has(header.id))
    .map(({ level, mode, header }): CoveringPolicy => {
      const { id, title, owner, standing } = header;
      return {
        ref: id,
        title,
        level,
        mode,
        ...(owner !== undefined && { owner }),
        ...(standing && { standing }),
      };
    });
  return policies.sort((a, b) => (a.ref < b.ref ? -1 : 1));
}
