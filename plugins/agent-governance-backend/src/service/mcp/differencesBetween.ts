import {
  JsonObject,
  JsonValue,
  McpToolDifference,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** A page shows no more, and says so by the whole definitions beside it. */
const MAX_DIFFERENCES = 200;

/** What differs between two definitions, by JSON Pointer; a list counts as one thing. */
export function differencesBetween(
  before: object,
  after: object,
): McpToolDifference[] {
  const found: McpToolDifference[] = [];
  compare(before as JsonObject, after as JsonObject, '', found);
  return found;
}

function compare(
  before: JsonObject,
  after: JsonObject,
  path: string,
  found: McpToolDifference[],
): void {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  for (const name of names.sort()) {
    if (found.length >= MAX_DIFFERENCES) {
      return;
    }
    const at = `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const [was, is] = [before[name], after[name]];
    if (isObject(was) && isObject(is)) {
      compare(was, is, at, found);
    } else if (!isSame(was, is)) {
      found.push({
        path: at,
        ...(was !== undefined && { before: was }),
        ...(is !== undefined && { after: is }),
      });
    }
  }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(one: JsonValue | undefined, other: JsonValue | undefined) {
  return one === undefined || other === undefined
    ? one === other
    : canonicalJson(one) === canonicalJson(other);
}
