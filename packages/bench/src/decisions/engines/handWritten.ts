import { Attributes, Team, Verdict } from '../scenario';
import { Engine } from './Engine';

/** What a function can answer: the verdict, and which rules said so. */
interface Answer {
  verdict: Verdict;
  rules: string[];
}

/**
 * The floor: the same rules as somebody would write them down in a function, for one team after looking it up. Written
 * by hand from the words, not made from the policies, so that it can tell whether everybody else understood them.
 */
export const handWritten: Engine = {
  id: 'hand-written',
  title: 'Hand-written function',
  includes:
    'one look-up of the team, comparisons over flat attributes, the names of the rules that matched; no trace',
  async load({ teams, requests }) {
    const byName = new Map(teams.map(team => [team.name, team]));
    // kept, so that no compiler leaves out what nobody looks at
    let answer: Answer;
    return {
      decide(index) {
        const { team, attributes } = requests[index];
        answer = decideByHand(byName.get(team)!, attributes);
        return answer.verdict;
      },
    };
  },
};

function decideByHand(team: Team, facts: Attributes): Answer {
  const { production, mutates, owned, operates } = facts;
  const rules: string[] = [];
  if (mutates) {
    if (production) {
      if (facts.freeze) rules.push('freeze');
      if (facts.hour < team.opensAt) rules.push('too-early');
      if (facts.hour >= team.closesAt) rules.push('too-late');
    }
    if (facts.incident) rules.push('incident');
    if (facts.dataClass === 'restricted' && !operates) {
      rules.push('restricted-data');
    }
  }
  if (facts.agentLifecycle === 'suspended') rules.push('suspended');
  if (!owned && facts.distance > team.maxDistance) rules.push('too-far');
  const denials = rules.length;

  if (mutates) {
    if (!facts.reversible) rules.push('irreversible');
    if (facts.dependents > team.maxDependents) rules.push('many-dependents');
    if (production && facts.novel) rules.push('first-time');
  }
  const denialsAndApprovals = rules.length;

  if (!mutates) rules.push('read-only');
  if (facts.environment === 'staging' && facts.health !== 'unhealthy') {
    rules.push('staging');
  }
  if (production) {
    if (owned && facts.health === 'healthy') rules.push('own-and-healthy');
    if (operates && facts.action === 'deployments:restart') {
      rules.push('restart');
    }
  }

  if (denials > 0) return { verdict: 'deny', rules };
  if (denialsAndApprovals > 0) return { verdict: 'hold', rules };
  return { verdict: rules.length > 0 ? 'allow' : 'deny', rules };
}
