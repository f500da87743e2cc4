import { readFact } from '../facts';
import { HeldScope, LoadedPolicy, PolicyDocument } from '../documents';
import { CompiledPolicy, CompiledRule } from '../documents/CompiledPolicy';
import { compileTargets, TargetTest } from '../documents/targets';
import { ProblemList } from '../documents/parse/ProblemList';
import { plainText } from '../wording';
import { EntryRule, PolicyEntry } from './PolicyEntry';
import { scopeOf } from './scopeOf';

/** Holds whatever is not known to change nothing. */
const CHANGES_SOMETHING: EntryRule['when'] = {
  reads: ['action.mutates'],
  evaluate: facts => {
    const { value, read } = readFact(facts, 'action.mutates');
    return { result: value ?? 'unknown', reads: [read] };
  },
};

type Unranked = Omit<PolicyEntry, 'rank'>;

/** Most policies stay as they are when one changes. */
const entries = new WeakMap<CompiledPolicy, Unranked>();

/** A loaded policy, ready to be found and evaluated. */
export function entryOf(loaded: LoadedPolicy): Unranked {
  const { policy, digest, standing } = loaded;
  const before = entries.get(policy);
  if (before?.header.standing === standing && before.header.digest === digest) {
    return before;
  }
  const entry = makeEntry(loaded);
  entries.set(policy, entry);
  return entry;
}

function makeEntry({ policy, digest, standing }: LoadedPolicy): Unranked {
  const { document, targets, rules } = policy;
  const { ref, title, owner, level, mode, appliesTo } = document;
  return {
    level,
    mode,
    header: { id: ref, title: plainText(title), digest, owner, standing },
    scope: scopeOf(document, appliesTo, targets),
    ...narrowed(document, targets),
    cost: policy.cost,
    rules: rules.map(rule => ruleOf(rule, policy.document, standing)),
  };
}

function ruleOf(
  { rule, when }: CompiledRule,
  { ref, title, owner }: { ref: string; title: string; owner: string },
  standing: LoadedPolicy['standing'],
): EntryRule {
  const { name, effect, checkpoint } = rule;
  const gone = standing === 'vanished' && effect === 'allow';
  const because = `${withoutFullStop(plainText(rule.because))}${
    gone ? ' (it no longer counts: the policy is gone)' : ''
  }`;
  return {
    name,
    effect,
    of: plainText(title),
    ...(when && { when }),
    counts: !gone,
    grants: effect !== 'deny',
    because: {
      matched: because,
      notMatched: `not the case: ${because}`,
      clause: `${because} (${plainText(title)}, ${plainText(owner)})`,
    },
    ...(checkpoint && {
      checkpoint: { id: `${ref}/${name}`, policy: ref, spec: checkpoint },
    }),
  };
}

/** What is held because its policy cannot be read. */
export function heldEntryOf(scope: HeldScope): Unranked {
  const { ref, level, owner, appliesTo } = scope;
  const targets = targetsOf(scope);
  const title = plainText(scope.title);
  const because = `the policy ${title} cannot be read: ${withoutFullStop(
    plainText(scope.because),
  )}`;
  return {
    level,
    mode: 'enforce',
    header: { id: ref, title, owner, standing: 'no-good-text' },
    scope: scopeOf(scope, appliesTo, targets),
    ...narrowed(scope, targets),
    cost: 1,
    rules: [
      {
        name: 'cannot-be-read',
        effect: 'require-approval',
        of: title,
        when: CHANGES_SOMETHING,
        counts: true,
        grants: false,
        because: {
          matched: because,
          notMatched: `the action changes nothing, and ${because}`,
          clause: `${because}, so that whatever changes something waits for a person`,
        },
      },
    ],
  };
}

/** What of its scope is about targets, as its author wrote it. */
function narrowed(
  { entity, appliesTo }: Pick<PolicyDocument, 'entity' | 'appliesTo'>,
  targets: TargetTest | undefined,
): Pick<Unranked, 'entity' | 'filter'> {
  const predicate = appliesTo.targets;
  return {
    ...(entity !== undefined && { entity }),
    ...(predicate && targets && { filter: { predicate, test: targets.test } }),
  };
}

/** A predicate that cannot be read narrows nothing. */
function targetsOf({ appliesTo: { targets } }: HeldScope) {
  return targets && compileTargets(targets, ['targets'], new ProblemList());
}

function withoutFullStop(text: string): string {
  return text.replace(/[.\s]+$/, '');
}
