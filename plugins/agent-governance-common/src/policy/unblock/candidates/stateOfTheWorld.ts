import {
  deployCondition,
  Facts,
  HealthConditionValue,
  incidentCondition,
  known,
} from '../../../model';
import { readFact, withFact } from '../../facts';
import { formatInstant, plainText, quoteText } from '../../wording';
import { changing, UnblockCandidate } from '../UnblockCandidate';
import { aboutTarget, refOf } from './refOf';

/** One candidate for all of them: while one is open, the end of another changes nothing. */
export function incidentsResolved(facts: Facts): UnblockCandidate[] {
  const { value, read } = readFact(facts, 'conditions.incident');
  if (!value?.active) {
    return [];
  }
  return [
    {
      steps: value.incidents.map(({ title, source, entityRef, openedAt }) => ({
        kind: 'incident-resolved',
        about: { kind: 'entity', ref: entityRef },
        message: `The incident ${quoteText(title)} on ${plainText(
          entityRef,
        )}, open since ${plainText(
          formatInstant(openedAt),
        )}, must be resolved; ${plainText(source)} says so when it is.`,
        who: refOf(facts, 'target.owner'),
      })),
      apply: changing(before =>
        withFact(
          before,
          'conditions.incident',
          known(incidentCondition([]), read.source),
        ),
      ),
    },
  ];
}

/** The target is well again, or somebody says at last that it is. */
export function healthRecovers(facts: Facts): UnblockCandidate[] {
  const { value, read } = readFact(facts, 'conditions.health');
  if (value?.status === 'healthy' || read.state === 'stale') {
    return [];
  }
  const healthy: HealthConditionValue = {
    status: 'healthy',
    source: value?.source ?? read.source,
    reportedAt: value?.reportedAt ?? readFact(facts, 'time.now').value ?? '',
  };
  return [
    {
      steps: [
        {
          kind: 'health-recovers',
          about: aboutTarget(facts),
          message: value
            ? `The target must be healthy; ${plainText(
                value.source,
              )} says that it is ${value.status}.`
            : 'A source must say that the target is healthy; nobody does.',
          who: refOf(facts, 'target.owner'),
        },
      ],
      apply: changing(before =>
        withFact(before, 'conditions.health', known(healthy, read.source)),
      ),
    },
  ];
}

/** One candidate for all of them: while one is under way, the end of another changes nothing. */
export function deploymentsEnd(facts: Facts): UnblockCandidate[] {
  const { value, read } = readFact(facts, 'conditions.deployInProgress');
  if (!value?.active) {
    return [];
  }
  const names = [
    ...value.executions.map(({ actionId }) => plainText(actionId)),
    ...value.reported.map(({ title }) => quoteText(title)),
  ];
  return [
    {
      steps: [
        {
          kind: 'deployment-ends',
          about: aboutTarget(facts),
          message: `What is being deployed to the target must be done first: ${names.join(
            ', ',
          )}.`,
          who: refOf(facts, 'target.owner'),
        },
      ],
      apply: changing(before =>
        withFact(
          before,
          'conditions.deployInProgress',
          known(deployCondition(), read.source),
        ),
      ),
    },
  ];
}

/** The agent does nothing for a while. */
export function changesAge(facts: Facts): UnblockCandidate[] {
  const { value, read } = readFact(facts, 'history.mutations');
  if (!value || value.lastDay === 0) {
    return [];
  }
  const { lastHour, lastDay } = value;
  return [
    {
      steps: [
        {
          kind: 'wait',
          message: `Ask again later: this agent made ${lastDay} changes in the last day, ${lastHour} of them in the last hour, and only a pause makes that fewer.`,
          who: refOf(facts, 'agent.ref'),
        },
      ],
      apply: changing(before =>
        withFact(
          before,
          'history.mutations',
          known({ lastHour: 0, lastDay: 0 }, read.source),
        ),
      ),
    },
  ];
}
