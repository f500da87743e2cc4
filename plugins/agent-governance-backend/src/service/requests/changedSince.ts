import {
  Fact,
  Facts,
  JsonValue,
  ReviewPresentationContent,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** What a reviewer needs to know the world moved in; ages and clocks always move and are left out. */
const WATCHED: Array<[path: string, pick: (facts: Facts) => Fact]> = [
  ['agent.owner', facts => facts.agent.owner],
  ['agent.autonomy', facts => facts.agent.autonomy],
  ['agent.lifecycle', facts => facts.agent.lifecycle],
  ['target.owner', facts => facts.target.owner],
  ['target.system', facts => facts.target.system],
  ['target.lifecycle', facts => facts.target.lifecycle],
  ['target.tier', facts => facts.target.tier],
  ['target.dataClass', facts => facts.target.dataClass],
  ['target.owners', facts => facts.target.owners],
  ['target.annotations', facts => facts.target.annotations],
  ['topology.ownedByAgentOwner', facts => facts.topology.ownedByAgentOwner],
  ['topology.operates', facts => facts.topology.operates],
  ['topology.dependents', facts => facts.topology.dependents],
  ['subject.groups', facts => facts.subject.groups],
  ['subject.delegation', facts => facts.subject.delegation],
  ['conditions.freeze', facts => facts.conditions.freeze],
  ['conditions.incident', facts => facts.conditions.incident],
  ['conditions.health', facts => withoutReport(facts.conditions.health)],
  ['conditions.stops', facts => facts.conditions.stops],
  ['context.required', facts => withoutAges(facts.context.required)],
  ['context.quoted', facts => facts.context.quoted],
];

/** What differs between the facts a hold was decided on and the facts of now. */
export function changedSince(
  then: Facts,
  now: Facts,
): ReviewPresentationContent['changedSince'] {
  return WATCHED.map(([path, pick]) => ({
    path,
    then: inWords(pick(then)),
    now: inWords(pick(now)),
  })).filter(change => change.then !== change.now);
}

function withoutAges(fact: Facts['context']['required']): Fact {
  return {
    ...fact,
    value: fact.value?.map(({ ageSeconds, ...rest }) => rest),
  } as Fact;
}

/** What is reported again and again is no change. */
function withoutReport(fact: Facts['conditions']['health']): Fact {
  return { ...fact, value: fact.value?.status } as Fact;
}

function inWords(fact: Fact): string {
  if (fact.state !== 'known') {
    return `${fact.state}${fact.note ? `: ${fact.note}` : ''}`;
  }
  if (fact.value === undefined) {
    return 'none';
  }
  return typeof fact.value === 'string'
    ? fact.value
    : canonicalJson(fact.value as JsonValue);
}
