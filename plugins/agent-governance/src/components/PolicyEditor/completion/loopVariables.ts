import { FactType } from '@agentgov/backstage-plugin-agent-governance-common/policy';

/** Finds the type of a name that stands before. */
type TypeOf = (name: string) => FactType | undefined;

const LOOP =
  /([A-Za-z_][\w.]*)\s*\.\s*(?:exists_one|exists|all)\(\s*([A-Za-z_]\w*)\s*,/g;

/** The names that loops around the cursor give to entries, each with what an entry is. */
export function loopVariables(
  before: string,
  typeOf: TypeOf,
): Map<string, FactType> {
  const variables = new Map<string, FactType>();
  for (const { 0: written, 1: list, 2: name, index } of before.matchAll(LOOP)) {
    if (isOpen(before.slice(index + written.length))) {
      const type = variables.get(list) ?? typeOf(list);
      if (type?.kind === 'list') {
        variables.set(name, type.of);
      }
    }
  }
  return variables;
}

/** Whether a bracket that was opened before is still open after this. */
function isOpen(text: string): boolean {
  let depth = 1;
  for (const character of text) {
    if (character === '(') {
      depth += 1;
    } else if (character === ')') {
      depth -= 1;
    }
    if (depth === 0) {
      return false;
    }
  }
  return true;
}
