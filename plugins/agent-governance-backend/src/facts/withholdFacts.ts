import {
  Fact,
  Facts,
  unknown,
} from '@agentgov/backstage-plugin-agent-governance-common';

const NOTE = 'You may not read an entity that it names';

/**
 * The same facts without those of which `isHidden` says that somebody may not know what they hold: they are unknown. For
 * rules of that somebody's own, which could otherwise be written to read out what is masked.
 */
export function withholdFacts(
  facts: Facts,
  isHidden: (fact: Fact) => boolean,
): Facts {
  const visit = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) {
      return part;
    }
    if (isFact(part)) {
      return isHidden(part) ? unknown(part.source, NOTE) : part;
    }
    return Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [name, visit(inner)]),
    );
  };
  return visit(facts) as Facts;
}

function isFact(part: object): part is Fact {
  return 'state' in part && 'source' in part;
}
