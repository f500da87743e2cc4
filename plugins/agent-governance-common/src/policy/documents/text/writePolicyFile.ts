import { stringify } from 'yaml';
import { JsonObject, JsonValue } from '../../../model';

/** Fields in the order in which authors write them; those that are not here come after. */
const ORDER = [
  'apiVersion',
  'kind',
  'metadata',
  'name',
  'namespace',
  'title',
  'description',
  'spec',
  'owner',
  'level',
  'mode',
  'entity',
  'appliesTo',
  'effect',
  'when',
  'onUnknown',
  'because',
  'checkpoint',
  'from',
  'count',
  'anyOf',
  'allOf',
  'decideWithin',
  'executeWithin',
  'actions',
  'targets',
  'environments',
  'rules',
  'fixtures',
];

/** Longer texts are folded. */
const WIDTH = 100;

/**
 * Policies as a YAML file, in the order of fields that authors use, one document after another. Read by
 * {@link readPolicyFile}, it says the same.
 *
 * @public
 */
export function writePolicyFile(entities: readonly JsonObject[]): string {
  return entities
    .map(entity =>
      stringify(inOrder(entity), {
        lineWidth: WIDTH,
        singleQuote: true,
        aliasDuplicateObjects: false,
      }),
    )
    .join('---\n');
}

function inOrder(value: JsonValue): JsonValue {
  if (Array.isArray(value)) {
    return value.map(inOrder);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).sort(
    ([left], [right]) => placeOf(left) - placeOf(right),
  );
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, inOrder(inner as JsonValue)]),
  );
}

function placeOf(name: string): number {
  const place = ORDER.indexOf(name);
  return place === -1 ? ORDER.length : place;
}
