import { delegationCovers, Facts, LevelResult, RuleResult } from '../../model';
import { readFact } from '../facts';
import { notKnown, plainText } from '../wording';

/**
 * What the person says on whose behalf it is done: no, unless they delegated exactly this and may do it themselves.
 *
 * Only tightens, whatever any level grants. A person may what changes something where they own the target, or belong
 * to the group that owns it; what changes nothing, everybody who is in the catalog may. There is nothing else a portal
 * can ask about somebody who is not there.
 *
 * @public
 */
export function delegationLevel(facts: Facts): LevelResult {
  const rules = [delegated(facts), personMay(facts)];
  const denying = rules.filter(({ matched }) => matched === true);
  const open = rules.filter(({ matched }) => matched === 'unknown');
  const telling = [denying, open, rules].find(({ length }) => length > 0)!;
  const because = telling.map(rule => rule.because).join('; ');
  return {
    level: 'delegation',
    granted: false,
    effect: denying.length > 0 ? 'deny' : 'none',
    ...(denying.length === 0 &&
      open.length > 0 && { couldNotEvaluate: because }),
    because,
    policies: [
      {
        id: 'delegation',
        title: 'The delegation it is done under',
        rules,
      },
    ],
  };
}

/** Whether the delegation is for this, now: what was granted is read anew for each decision. */
function delegated(facts: Facts): RuleResult {
  const delegation = readFact(facts, 'subject.delegation');
  const action = readFact(facts, 'action.id');
  const target = readFact(facts, 'target.ref');
  const environment = readFact(facts, 'environment.name');
  const now = readFact(facts, 'time.now');
  const reads = [delegation, action, target, environment, now].map(
    ({ read }) => read,
  );
  if (
    delegation.value === undefined ||
    action.value === undefined ||
    target.value === undefined ||
    environment.value === undefined ||
    now.value === undefined
  ) {
    return ruleOf({
      name: 'not-delegated',
      matched: 'unknown',
      because: notKnown('whether a person delegated this', ...reads),
      reads,
    });
  }
  if (now.value >= delegation.value.until) {
    return ruleOf({
      name: 'not-delegated',
      matched: true,
      because: 'the delegation has ended',
      reads,
    });
  }
  const matched = !delegationCovers(delegation.value, {
    actionId: action.value,
    targetRef: target.value,
    environment: environment.value,
  });
  return ruleOf({
    name: 'not-delegated',
    matched,
    because: matched
      ? 'the delegation is for something else'
      : 'a person delegated this',
    reads,
  });
}

/** Whether the person could answer for it themselves: nobody hands on what they do not have. */
function personMay(facts: Facts): RuleResult {
  const person = readFact(facts, 'subject.ref');
  const groups = readFact(facts, 'subject.groups');
  const owner = readFact(facts, 'target.owner');
  const mutates = readFact(facts, 'action.mutates');
  const reads = [person, groups, owner, mutates].map(({ read }) => read);
  const say = (matched: RuleResult['matched'], because: string) =>
    ruleOf({ name: 'person-may-not', matched, because, reads });
  const open = () =>
    say('unknown', notKnown('whether the person may do this', ...reads));

  if (person.value === undefined || mutates.value === undefined) {
    return open();
  }
  const name = plainText(person.value);
  if (!mutates.value) {
    return say(false, `it changes nothing, and ${name} is in the catalog`);
  }
  if (owner.isNone) {
    return say(true, `nobody owns the target, so ${name} may not change it`);
  }
  if (owner.value === undefined) {
    return open();
  }
  if (person.value === owner.value) {
    return say(false, `${name} owns the target`);
  }
  if (groups.value === undefined) {
    return open();
  }
  const belongs = groups.value.includes(owner.value);
  return say(
    !belongs,
    belongs
      ? `${name} belongs to the target's owner ${plainText(owner.value)}`
      : `${name}, on whose behalf it is done, does not belong to the target's owner ${plainText(
          owner.value,
        )} and may not change it`,
  );
}

function ruleOf(rule: Omit<RuleResult, 'effect'>): RuleResult {
  return { effect: 'deny', ...rule };
}
