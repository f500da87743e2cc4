import { CriteriaError } from './CriteriaError';
import { ParsedCriteria } from './parseCriteria';

/**
 * Refuses criteria that hold because of what an agent says about itself.
 *
 * Criteria are a grant, and an agent writes its own claims: a run it names anew is always short, and it acts on behalf
 * of whom it likes. A rule over claims may therefore only stand in an `allOf` beside something that is none, where it
 * narrows what is granted without it; never alone, as an alternative in an `anyOf`, or under a `not`.
 *
 * @throws CriteriaError naming the place
 */
export function assertGrounded(criteria: ParsedCriteria): void {
  if (!isGround(criteria, '$')) {
    throw new CriteriaError('$', refusal(criteria));
  }
}

/** Whether something here stands without any claim. */
function isGround(node: ParsedCriteria, path: string): boolean {
  switch (node.kind) {
    case 'rule':
      return node.rule.basis !== 'claim';
    case 'not': {
      const claim = claimsIn(node.child)[0];
      if (claim) {
        throw new CriteriaError(
          `${path}.not`,
          `${claim} rests on what the agent says about itself: that it does not hold is no ground for a grant`,
        );
      }
      return true;
    }
    case 'allOf':
      return node.children
        .map((child, index) => isGround(child, `${path}.allOf[${index}]`))
        .some(Boolean);
    default: {
      const grounds = node.children.map((child, index) =>
        isGround(child, `${path}.anyOf[${index}]`),
      );
      const claim = grounds.indexOf(false);
      if (claim >= 0 && grounds.includes(true)) {
        throw new CriteriaError(
          `${path}.anyOf[${claim}]`,
          refusal(node.children[claim]),
        );
      }
      return claim < 0;
    }
  }
}

function claimsIn(node: ParsedCriteria): string[] {
  switch (node.kind) {
    case 'rule':
      return node.rule.basis === 'claim' ? [node.rule.name] : [];
    case 'not':
      return claimsIn(node.child);
    default:
      return node.children.flatMap(claimsIn);
  }
}

function refusal(node: ParsedCriteria): string {
  return `${claimsIn(node).join(
    ', ',
  )}: what the agent says about itself grants nothing; put it in one allOf with something that is none`;
}
