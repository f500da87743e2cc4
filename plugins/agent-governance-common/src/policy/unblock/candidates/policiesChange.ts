import { Facts, knownNone, PolicyResult, RuleResult } from '../../../model';
import { DecisionCore } from '../../DecisionCore';
import { isDocumentLevel } from '../../documents';
import { readFact, withFact } from '../../facts';
import { TARGET_SAYS } from '../../levels/targetSays';
import { withoutRule } from '../../policies/otherwise';
import { plainText } from '../../wording';
import { Circumstances, changing, UnblockCandidate } from '../UnblockCandidate';
import { aboutTarget } from './refOf';

/** Each rule of a document that is in the way could be written otherwise, by who answers for it. */
export function policiesChange(
  { levels }: DecisionCore,
  facts: Facts,
): UnblockCandidate[] {
  return levels
    .filter(({ level }) => isDocumentLevel(level))
    .flatMap(({ policies }) =>
      policies.flatMap(policy =>
        policy.rules.filter(isInTheWay).map(rule => ({
          steps: [
            {
              kind: 'policy-changed' as const,
              message: inWords(policy, rule),
              who: policy.owner === undefined ? [] : [policy.owner],
              about:
                policy.id === TARGET_SAYS
                  ? aboutTarget(facts)
                  : { kind: 'policy' as const, ref: policy.id },
            },
          ],
          apply: otherwise(policy, rule),
        })),
      ),
    );
}

function isInTheWay({ effect, matched }: RuleResult): boolean {
  return effect !== 'allow' && matched !== false;
}

function otherwise(
  { id }: PolicyResult,
  { name }: RuleResult,
): UnblockCandidate['apply'] {
  if (id === TARGET_SAYS) {
    return changing(before => {
      const { source } = readFact(before, 'target.agents').read;
      return withFact(before, 'target.agents', knownNone(source));
    });
  }
  return ({ facts, index }: Circumstances) => ({
    facts,
    index: withoutRule(index, id, name),
  });
}

function inWords(
  { title, owner, standing }: PolicyResult,
  { name, because }: RuleResult,
): string {
  const who = owner === undefined ? 'its owner' : plainText(owner);
  switch (standing) {
    case 'no-good-text':
      return `The policy ${title} cannot be read; ${who} must put it right.`;
    case 'vanished':
      return `The policy ${title} is gone and its rule ${name} still counts (${because}); ${who} must confirm that it is meant to be gone.`;
    default:
      return `The rule ${name} of ${title} is in the way (${because}); ${who} answers for it.`;
  }
}
