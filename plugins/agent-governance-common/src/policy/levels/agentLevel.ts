import {
  AutonomyCeiling,
  Facts,
  isMutating,
  LevelResult,
  RuleResult,
} from '../../model';
import { readFact } from '../facts';
import { notKnown } from '../wording';

type Ceiling = Pick<RuleResult, 'effect' | 'because'>;

/** What each ceiling makes of an action that changes something. */
const CEILINGS: Record<AutonomyCeiling, Ceiling | undefined> = {
  observe: {
    effect: 'deny',
    because: 'the agent may only observe, and this action changes something',
  },
  propose: {
    effect: 'deny',
    because: 'the agent may only propose: recorded as a proposal; nothing runs',
  },
  supervised: {
    effect: 'require-approval',
    because: 'the agent is supervised, and this action changes something',
  },
  autonomous: undefined,
};

/**
 * What the agent's owner says in the agent's own entity: its autonomy ceiling.
 *
 * It only ever tightens. Whether the action changes something is asked twice, of its definition and of
 * its effect class; if the two disagree, one of them is wrong and the level could not be evaluated.
 *
 * @public
 */
export function agentLevel(facts: Facts): LevelResult {
  const autonomy = readFact(facts, 'agent.autonomy');
  const mutates = readFact(facts, 'action.mutates');
  const effectClass = readFact(facts, 'action.effectClass');
  const reads = [autonomy.read, mutates.read, effectClass.read];

  if (
    autonomy.value === undefined ||
    mutates.value === undefined ||
    effectClass.value === undefined
  ) {
    return open(notKnown("what the agent's ceiling allows", ...reads), reads);
  }
  if (mutates.value !== isMutating(effectClass.value)) {
    return open(
      'the facts contradict each other on whether the action changes something',
      reads,
    );
  }
  const ceiling = mutates.value ? CEILINGS[autonomy.value] : undefined;
  const because =
    ceiling?.because ??
    (mutates.value
      ? 'the agent is autonomous: policy decides'
      : 'the action changes nothing, which every ceiling allows');
  return {
    level: 'agent',
    granted: false,
    effect: ceiling?.effect ?? 'none',
    because,
    policies: policiesOf({
      name: 'autonomy-ceiling',
      effect: ceiling?.effect ?? 'allow',
      matched: ceiling !== undefined,
      because,
      reads,
    }),
  };
}

function open(because: string, reads: RuleResult['reads']): LevelResult {
  return {
    level: 'agent',
    granted: false,
    effect: 'none',
    couldNotEvaluate: because,
    because,
    policies: policiesOf({
      name: 'autonomy-ceiling',
      effect: 'deny',
      matched: 'unknown',
      because,
      reads,
    }),
  };
}

function policiesOf(rule: RuleResult): LevelResult['policies'] {
  return [
    { id: 'autonomy', title: "The agent's autonomy ceiling", rules: [rule] },
  ];
}
