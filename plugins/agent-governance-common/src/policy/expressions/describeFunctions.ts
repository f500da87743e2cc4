/** What an author may call in an expression. @public */
export interface FunctionDescription {
  /** As it is called: `startsWith`. */
  name: string;
  /** What it is called on, `target.ref.startsWith('component:')`; absent: it stands alone. */
  on?: 'string' | 'list';
  /** What goes between its brackets, in words. */
  takes: readonly string[];
  /** What it comes out as. */
  gives: 'bool' | 'int' | 'double' | 'string' | 'timestamp' | 'duration';
  description: string;
  /** A whole expression that is right, apart from the facts it names. */
  example: string;
}

const ABOUT_TEXT = { on: 'string', gives: 'bool' } as const;
const ABOUT_LISTS = {
  on: 'list',
  takes: ['name of an entry', 'condition'],
  gives: 'bool',
} as const;

const DESCRIPTIONS: readonly FunctionDescription[] = [
  {
    ...ABOUT_TEXT,
    name: 'startsWith',
    takes: ['text'],
    description: 'Whether the text begins so.',
    example: "target.ref.startsWith('component:')",
  },
  {
    ...ABOUT_TEXT,
    name: 'endsWith',
    takes: ['text'],
    description: 'Whether the text ends so.',
    example: "target.ref.endsWith('-api')",
  },
  {
    ...ABOUT_TEXT,
    name: 'contains',
    takes: ['text'],
    description: 'Whether the text has this in it.',
    example: "target.ref.contains('payments')",
  },
  {
    ...ABOUT_TEXT,
    name: 'matches',
    takes: ['pattern'],
    description:
      'Whether an RE2 pattern, written out, is found in the text; ^ and $ bind it to both ends.',
    example: "target.ref.matches('^component:.*-api$')",
  },
  {
    name: 'lowerAscii',
    on: 'string',
    takes: [],
    gives: 'string',
    description: 'The text with A to Z in lower case.',
    example: "target.tier.lowerAscii() == 'tier-1'",
  },
  {
    name: 'upperAscii',
    on: 'string',
    takes: [],
    gives: 'string',
    description: 'The text with a to z in upper case.',
    example: "target.tier.upperAscii() == 'TIER-1'",
  },
  {
    ...ABOUT_LISTS,
    name: 'exists',
    description: 'Whether the condition holds for at least one entry.',
    example: "target.tags.exists(tag, tag == 'pci')",
  },
  {
    ...ABOUT_LISTS,
    name: 'all',
    description: 'Whether the condition holds for every entry.',
    example: "target.tags.all(tag, tag != 'pci')",
  },
  {
    ...ABOUT_LISTS,
    name: 'exists_one',
    description: 'Whether the condition holds for exactly one entry.',
    example: "target.tags.exists_one(tag, tag.startsWith('zone-'))",
  },
  {
    name: 'size',
    takes: ['list or text'],
    gives: 'int',
    description: 'How many entries a list has, or characters a text.',
    example: 'size(target.tags) > 3',
  },
  {
    name: 'timestamp',
    takes: ['ISO 8601 text'],
    gives: 'timestamp',
    description: 'An instant that is written out.',
    example: "time.now < timestamp('2026-12-24T00:00:00Z')",
  },
  {
    name: 'duration',
    takes: ['text such as 1h30m'],
    gives: 'duration',
    description: 'A length of time that is written out.',
    example: "time.now + duration('1h') < timestamp('2026-12-24T00:00:00Z')",
  },
  {
    name: 'double',
    takes: ['whole number'],
    gives: 'double',
    description: 'A whole number as a decimal one, to calculate with others.',
    example: 'double(topology.dependents) / 2.0 > 1.5',
  },
];

/**
 * Every function that expressions have, as data: for documentation and for completion in editors.
 *
 * @public
 */
export function describeFunctions(): readonly FunctionDescription[] {
  return DESCRIPTIONS;
}
