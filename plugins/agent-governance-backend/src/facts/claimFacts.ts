import {
  Fact,
  Facts,
  JsonValue,
  known,
  knownNone,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { History } from '../store/History';
import { GroupsAbove } from './climbGroups';
import { Fresh } from './FreshCache';
import { SourceAnswer } from './fromSource';

const AGENT = 'agent';

/** What an agent says about the task a request belongs to. */
export interface RunClaim {
  id: string;
  step?: number;
  /** ISO 8601. */
  startedAt?: string;
  /** A person's full entity ref. */
  startedBy?: string;
}

/** On whose behalf the agent says it acts, and which groups that person is in. */
export function subjectFacts(
  onBehalfOf: string | undefined,
  groups: SourceAnswer<Fresh<GroupsAbove> | undefined>,
): Facts['subject'] {
  if (onBehalfOf === undefined) {
    return { ref: knownNone(AGENT), groups: knownNone(AGENT) };
  }
  const found = groups.value?.value;
  return {
    ref: known(onBehalfOf, AGENT),
    groups:
      found?.state === 'unknown'
        ? { state: 'unknown', source: 'catalog', note: found.because }
        : groups.toFact(
            fresh =>
              fresh?.value.state === 'known' ? fresh.value.refs : undefined,
            groups.value?.readAt.toISOString(),
          ),
  };
}

/**
 * What is known of the run a request belongs to. Which run that is, is the agent's word; what happened in it, and
 * since when at the latest, is ours.
 */
export function runFacts(
  run: RunClaim | undefined,
  history: SourceAnswer<History>,
  at: string,
): Facts['run'] {
  const claimed = <T extends JsonValue>(value: T | undefined): Fact<T> =>
    value === undefined ? knownNone(AGENT) : known(value, AGENT);
  const counted = (
    name: 'mutations' | 'failures' | 'unknownOutcomes',
  ): Fact<number> =>
    run
      ? history.toFact(({ run: found }) => found?.[name], at)
      : knownNone(AGENT);
  return {
    id: claimed(run?.id),
    step: claimed(run?.step),
    startedAt: startedAt(run, history, at),
    startedBy: startedBy(run, history),
    mutations: counted('mutations'),
    failures: counted('failures'),
    unknownOutcomes: counted('unknownOutcomes'),
  };
}

/** An agent may say that its run began before its first request, and not that it began after. */
function startedAt(
  run: RunClaim | undefined,
  history: SourceAnswer<History>,
  at: string,
): Fact<string> {
  if (!run) {
    return knownNone(AGENT);
  }
  return history.toFact(found => {
    const ours = found.run?.firstAskedAt ?? at;
    return run.startedAt !== undefined && run.startedAt < ours
      ? run.startedAt
      : ours;
  }, at);
}

/** What the first request of the run said, or else this one. */
function startedBy(
  run: RunClaim | undefined,
  history: SourceAnswer<History>,
): Fact<string> {
  if (!run) {
    return knownNone(AGENT);
  }
  return history.toFact(found => found.run?.startedBy ?? run.startedBy);
}
