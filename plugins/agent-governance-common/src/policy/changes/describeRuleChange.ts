import { canonicalJson } from '../../canonical';
import { PolicyChangeFinding } from '../../model';
import { listed, soManyOf } from '../checkpoints/words';
import {
  CheckpointSpec,
  PolicyDocument,
  PolicyDocumentRule,
  PolicyScope,
} from '../documents';
import { plainText, quoteText } from '../wording';
import { asksAsMuch } from './asksAsMuch';
import { RuleInForce } from './RuleInForce';

interface Texts {
  before: PolicyDocument | undefined;
  after: PolicyDocument | undefined;
}

const BECAUSE = {
  guard: {
    deny: 'Nothing shows that all it refused is still refused.',
    'require-approval':
      'Nothing shows that all it held for a person is still held, for as many of the same people and no longer.',
    allow: '',
  },
  grant: {
    allow: 'Nothing shows that all it lets through was let through before.',
    'require-approval':
      'To ask a person is also a yes: what was refused because nobody had said yes could wait for a person, and run once approved.',
    deny: '',
  },
};

/**
 * What happened to a rule that may loosen, in words.
 *
 * @param as - `guard`: the rule of before does not forbid or hold all it did; `grant`: the rule of afterwards says yes to more
 */
export function describeRuleChange(
  { rule }: RuleInForce,
  texts: Texts,
  as: 'guard' | 'grant',
): PolicyChangeFinding {
  return {
    rule: rule.name,
    what: as === 'guard' ? whatBecomesOf(rule, texts) : whatIs(rule, texts),
    because: BECAUSE[as][rule.effect],
  };
}

function whatBecomesOf(rule: PolicyDocumentRule, texts: Texts): string {
  const { before, after } = texts;
  const name = nameOf(rule);
  if (!after) {
    return `${name} goes with the policy, which is gone.`;
  }
  if (after.mode === 'shadow') {
    return `${name} counts for nothing any more: the policy would only be tried out (shadow).`;
  }
  const other = after.rules.find(one => one.name === rule.name);
  return other
    ? differences(rule, other, before!, after)
    : `${name} is removed.`;
}

function whatIs(rule: PolicyDocumentRule, texts: Texts): string {
  const { before, after } = texts;
  const name = nameOf(rule);
  if (!before) {
    return `${name} is new, as is the policy.`;
  }
  if (before.mode === 'shadow') {
    return `${name} counts from now on: the policy was only tried out (shadow).`;
  }
  const other = before.rules.find(one => one.name === rule.name);
  return other ? differences(other, rule, before, after!) : `${name} is new.`;
}

/** Everything about a rule of one name that is another, in one sentence. */
function differences(
  was: PolicyDocumentRule,
  is: PolicyDocumentRule,
  before: PolicyDocument,
  after: PolicyDocument,
): string {
  const said = [
    was.effect === is.effect ? [] : `becomes ${is.effect}`,
    speakerOf(before) === speakerOf(after)
      ? []
      : `would speak ${speakerOf(after)} instead of ${speakerOf(before)}`,
    isSame(before.appliesTo, after.appliesTo)
      ? []
      : `applies to ${scopeOf(after.appliesTo)} instead of ${scopeOf(
          before.appliesTo,
        )}`,
    was.when === is.when
      ? []
      : `matches ${whenOf(is)} instead of ${whenOf(was)}`,
    was.effect !== is.effect || asksAsMuch(is.checkpoint, was.checkpoint)
      ? []
      : `asks for ${whoOf(is.checkpoint)} instead of ${whoOf(was.checkpoint)}`,
  ].flat();
  return said.length > 0
    ? `${nameOf(was)} ${listed(said, 'and')}.`
    : `${nameOf(
        was,
      )} is as it was; another rule that said as much where it matches is not.`;
}

function nameOf({ name, effect }: PolicyDocumentRule): string {
  return `The rule ${plainText(name)} (${effect})`;
}

function speakerOf({ level, owner, entity }: PolicyDocument): string {
  const who =
    level === 'organization' ? '' : ` (${plainText(entity ?? owner)})`;
  return `for the ${level} level${who}`;
}

function scopeOf(scope: PolicyScope): string {
  return Object.keys(scope).length === 0
    ? 'everything'
    : plainText(canonicalText(scope));
}

function whenOf({ when }: PolicyDocumentRule): string {
  return when === undefined ? 'always' : `where ${quoteText(when)}`;
}

function whoOf(checkpoint: CheckpointSpec | undefined): string {
  if (!checkpoint) {
    return 'the portal’s default checkpoint';
  }
  const ways = checkpoint.anyOf.map(({ allOf }) =>
    allOf.map(({ from, count }) => soManyOf(count, [from])).join(' and '),
  );
  return `${plainText(ways.join(', or '))} within ${
    checkpoint.decideWithin
  }, to start within ${checkpoint.executeWithin}`;
}

function isSame(one: PolicyScope, other: PolicyScope): boolean {
  return canonicalText(one) === canonicalText(other);
}

function canonicalText(scope: PolicyScope): string {
  return canonicalJson(JSON.parse(JSON.stringify(scope)));
}
