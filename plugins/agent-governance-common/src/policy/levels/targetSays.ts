import { Facts, TargetAgentsRule } from '../../model';
import { readFact } from '../facts';
import { EntryRule } from '../policies/PolicyEntry';
import { evaluatePolicy, PolicyOutcome } from './evaluatePolicy';

/** The annotation with which a target says in one word what agents may do to it. */
export const TARGET_SAYS = 'agent-governance.io/agents';

const EVERYWHERE = {
  test: () => true,
  reads: [],
  requires: new Map(),
} as const;

const RULES: Record<TargetAgentsRule['rule'], EntryRule> = {
  forbidden: rule('forbidden', 'deny', 'agents are forbidden here', facts => {
    const { value, read } = readFact(facts, 'target.agents');
    return {
      result: value === undefined ? 'unknown' : value.rule === 'forbidden',
      reads: [read],
    };
  }),
  supervised: rule(
    'supervised',
    'require-approval',
    'agents are supervised here, and this action changes something',
    facts => {
      const mutates = readFact(facts, 'action.mutates');
      return {
        result: mutates.value ?? 'unknown',
        reads: [readFact(facts, 'target.agents').read, mutates.read],
      };
    },
  ),
  allowed: rule(
    'allowed',
    'allow',
    'agents are allowed here, and that is said in a trusted place',
    facts => {
      const { value, read } = readFact(facts, 'target.agents');
      return { result: value?.trusted ?? 'unknown', reads: [read] };
    },
  ),
};

function rule(
  name: string,
  effect: EntryRule['effect'],
  because: string,
  evaluate: NonNullable<EntryRule['when']>['evaluate'],
): EntryRule {
  return {
    name,
    effect,
    of: 'the target’s entity',
    when: { reads: ['target.agents', 'action.mutates'], evaluate },
    counts: true,
    grants: effect !== 'deny',
    because: {
      matched: because,
      notMatched: `not the case: ${because}`,
      clause: `${because} (the target’s entity says so)`,
    },
  };
}

/**
 * The short form of a policy of the service level, in the target's own entity.
 *
 * `forbidden` denies. `supervised` has a person look at whatever changes something, as an agent's ceiling of that
 * name does, and is a yes. `allowed` is a yes only from a trusted place, since anyone who can register an entity
 * can write it. Whatever else it says is not known, and then nothing is decided.
 */
export function targetSays(facts: Facts): PolicyOutcome[] {
  const { value, isNone } = readFact(facts, 'target.agents');
  if (isNone) {
    return [];
  }
  const owner = readFact(facts, 'target.owner').value;
  return [
    evaluatePolicy(
      {
        level: 'service',
        mode: 'enforce',
        header: {
          id: TARGET_SAYS,
          title: 'What the target’s entity says about agents',
          ...(owner !== undefined && { owner }),
        },
        scope: EVERYWHERE,
        rules: [RULES[value?.rule ?? 'forbidden']],
      },
      true,
      facts,
    ),
  ];
}
