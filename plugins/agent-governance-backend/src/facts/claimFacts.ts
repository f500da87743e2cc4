import {
  DelegationFactValue,
  Fact,
  Facts,
  JsonValue,
  known,
  knownNone,
  unknown,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { StoredDelegation, whyEnded } from '../store/DelegationStore';
import { History } from '../store/History';
import { GroupsAbove } from './climbGroups';
import { Fresh } from './FreshCache';
import { SourceAnswer } from './fromSource';

const AGENT = 'agent';
const DELEGATIONS = 'delegations';

/** What was found under the id that a request quotes. */
export interface QuotedDelegation {
  found: StoredDelegation | undefined;
}

/** What an agent says about the task a request belongs to. */
export interface RunClaim {
  id: string;
  step?: number;
  /** ISO 8601. */
  startedAt?: string;
  /** A person's full entity ref. */
  startedBy?: string;
}

/** On whose behalf the agent acts, which groups that person is in, and whether they delegated it. */
export function subjectFacts(
  { onBehalfOf, agentRef }: { onBehalfOf?: string; agentRef: string },
  groups: SourceAnswer<Fresh<GroupsAbove> | undefined>,
  delegation: SourceAnswer<QuotedDelegation | undefined>,
  now: Date,
): Facts['subject'] {
  const quoted = delegationFact({ onBehalfOf, agentRef }, delegation, now);
  if (onBehalfOf === undefined) {
    return {
      ref: knownNone(AGENT),
      groups: knownNone(AGENT),
      delegation: quoted,
    };
  }
  const found = groups.value?.value;
  return {
    ref: known(onBehalfOf, quoted.value ? DELEGATIONS : AGENT),
    delegation: quoted,
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

/** One that has ended, or is not by this person to this agent, says nothing: what it was quoted for is not known. */
function delegationFact(
  asked: { onBehalfOf?: string; agentRef: string },
  answer: SourceAnswer<QuotedDelegation | undefined>,
  now: Date,
): Fact<DelegationFactValue> {
  const at = now.toISOString();
  const quoted = answer.value;
  if (!quoted) {
    return answer.toFact<DelegationFactValue>(() => undefined, at);
  }
  const { found } = quoted;
  if (
    found?.agentRef !== asked.agentRef ||
    found.grantedBy !== asked.onBehalfOf
  ) {
    return unknown(DELEGATIONS, 'The delegation it quotes does not exist');
  }
  const ended = whyEnded(found, now);
  if (ended) {
    return unknown(DELEGATIONS, ended);
  }
  const { id, actions, targets, environments, until } = found;
  return known(
    {
      id,
      actions,
      ...(targets && { targets }),
      ...(environments && { environments }),
      until,
    },
    DELEGATIONS,
    at,
  );
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
