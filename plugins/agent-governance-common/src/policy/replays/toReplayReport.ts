import { digestOf } from '../../canonical';
import {
  NotReplayableBecause,
  ReplayCount,
  ReplayCounts,
  ReplayReport,
  ReplayScope,
  Verdict,
} from '../../model';
import { ENGINE_VERSION } from '../PolicySet';
import { RULES_VERSION } from '../rules';
import { ReplayTally } from './ReplayTally';
import { NOT_REPLAYABLE_WORDS } from './words';

/** How many agents, teams, actions and policies a report lists each; the rest is counted together. @public */
export const REPLAY_REPORT_KEYS = 200;

/** What a tally comes to: the same one gives the same report, with the same digest. @public */
export function toReplayReport(
  tally: ReplayTally,
  of: { scope: ReplayScope; base: string; drafted: string },
): ReplayReport {
  const { replayed, loosened, tightened, checkpoint } = tally.all;
  const notReplayable = Object.keys(NOT_REPLAYABLE_WORDS)
    .filter(because => Object.hasOwn(tally.notReplayable, because))
    .map(because => ({
      because: because as NotReplayableBecause,
      count: tally.notReplayable[because],
    }));
  const report: Omit<ReplayReport, 'digest'> = {
    schemaVersion: 1,
    scope: of.scope,
    base: of.base,
    drafted: of.drafted,
    engineVersion: ENGINE_VERSION,
    rulesVersion: RULES_VERSION,
    decisions: notReplayable.reduce((sum, { count }) => sum + count, replayed),
    replayed,
    notReplayable,
    flips: pairsOf(tally.flips),
    loosened,
    tightened,
    checkpoint,
    drift: pairsOf(tally.drift),
    otherRules: tally.otherRules,
    byAgent: countsOf(tally.byAgent),
    byTeam: countsOf(tally.byTeam),
    byAction: countsOf(tally.byAction),
    byPolicy: countsOf(tally.byPolicy),
    byPurpose: countsOf(tally.byPurpose),
  };
  return {
    ...report,
    digest: digestOf('agent-governance/replay-report/v1', report),
  };
}

function pairsOf(pairs: Record<string, number>): ReplayReport['flips'] {
  return Object.keys(pairs)
    .sort()
    .map(pair => {
      const [from, to] = pair.split('>') as [Verdict, Verdict];
      return { from, to, count: pairs[pair] };
    });
}

function countsOf(by: ReplayTally['byAgent']): ReplayCounts {
  const all = Object.entries(by)
    .map(([key, counts]): ReplayCount => ({ key, ...counts }))
    .sort(byFlips);
  const rest = all.slice(REPLAY_REPORT_KEYS);
  const sum = (field: Exclude<keyof ReplayCount, 'key'>) =>
    rest.reduce((total, counts) => total + counts[field], 0);
  return {
    items: all.slice(0, REPLAY_REPORT_KEYS),
    ...(rest.length > 0 && {
      others: {
        keys: rest.length,
        replayed: sum('replayed'),
        loosened: sum('loosened'),
        tightened: sum('tightened'),
        checkpoint: sum('checkpoint'),
      },
    }),
  };
}

function byFlips(a: ReplayCount, b: ReplayCount): number {
  return (
    flipsOf(b) - flipsOf(a) ||
    b.replayed - a.replayed ||
    (a.key < b.key ? -1 : 1)
  );
}

function flipsOf({ loosened, tightened, checkpoint }: ReplayCount): number {
  return loosened + tightened + checkpoint;
}
