import fc from 'fast-check';
import { Fact, Facts, freezeCondition, JsonValue } from '../../model';
import { sampleFacts } from '../../testUtils';
import { FactPath, withFact } from '../facts';

/** In the place of a value: the fact is known to have none, or is not known. */
const NONE = Symbol('none');
const UNKNOWN = Symbol('unknown');
const STALE = Symbol('stale');
type Said = JsonValue | typeof NONE | typeof UNKNOWN | typeof STALE;

const FROZEN = freezeCondition([
  {
    id: 'f',
    reason: 'release-week',
    owner: 'group:default/sre',
    from: '2026-11-20T00:00:00Z',
    to: '2026-11-22T18:00:00Z',
    scope: 'everything',
  },
]);

/** What each fact may be, the more often the more often it stands there. */
const CHOICES = {
  'agent.autonomy': [
    'autonomous',
    'autonomous',
    'autonomous',
    'supervised',
    'observe',
    UNKNOWN,
  ],
  'action.id': ['a:b', 'a:b', 'a:c', 'd', UNKNOWN],
  'action.effectClass': ['idempotent', 'once', 'read', UNKNOWN],
  'action.reversible': [true, true, false, UNKNOWN],
  input: [{ size: 1 }, { size: 9 }, {}, UNKNOWN],
  'target.ref': [
    'component:default/x',
    'component:default/x',
    'resource:default/y',
    UNKNOWN,
  ],
  'target.kind': ['component', 'component', 'resource', UNKNOWN],
  'target.type': ['service', 'service', 'website', NONE, UNKNOWN],
  'target.owner': [
    'group:default/a',
    'group:default/a',
    'group:default/b',
    UNKNOWN,
  ],
  'target.owners': [
    ['group:default/a', 'group:default/root'],
    ['group:default/a', 'group:default/root'],
    ['group:default/b'],
    [],
    UNKNOWN,
    STALE,
  ],
  'target.system': ['system:default/s', 'system:default/t', NONE, UNKNOWN],
  'target.tags': [[], ['critical'], UNKNOWN],
  'target.labels': [{}, { zone: 'pci' }, UNKNOWN],
  'target.agents': [
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    { rule: 'forbidden', trusted: false },
    { rule: 'supervised', trusted: false },
    { rule: 'allowed', trusted: true },
    { rule: 'allowed', trusted: false },
    UNKNOWN,
  ],
  'topology.distance': [0, 2, UNKNOWN],
  'environment.name': ['prod', 'prod', 'staging', UNKNOWN],
  'environment.owner': ['group:default/root', 'group:default/b', UNKNOWN],
  'environment.production': [true, false, UNKNOWN],
  'conditions.freeze': [
    { active: false, freezes: [], excepted: [] },
    { active: false, freezes: [], excepted: [] },
    FROZEN,
    UNKNOWN,
  ],
  'context.floorMet': [true, true, false, UNKNOWN],
  'history.mutations': [
    { lastHour: 0, lastDay: 0 },
    { lastHour: 12, lastDay: 20 },
    UNKNOWN,
  ],
} satisfies Partial<Record<FactPath, Said[]>>;

type Choices = Record<keyof typeof CHOICES, Said[]>;
const PATHS = Object.keys(CHOICES) as Array<keyof typeof CHOICES>;

/** Facts that policy documents look at by scope, authority and expression; mostly known, now and then not. */
export const documentFacts: fc.Arbitrary<Facts> = fc
  .tuple(...PATHS.map(() => fc.nat(59)))
  .map(picks =>
    PATHS.reduce((facts, path, index) => {
      const choices = (CHOICES as Choices)[path];
      const changed = setFact(
        facts,
        path,
        choices[picks[index] % choices.length],
      );
      return path === 'action.effectClass' ? withMutates(changed) : changed;
    }, sampleFacts()),
  );

/** Where {@link documentFacts} varies, and everywhere else that decides. */
export const documentPaths: readonly FactPath[] = [
  ...PATHS,
  'action.mutates',
  'conditions.stops',
  'time.now',
];

/** Facts of which nothing is known: every policy may apply. */
export function nothingKnown(): Facts {
  return PATHS.reduce(
    (facts, path) => setFact(facts, path, UNKNOWN),
    sampleFacts(),
  );
}

function withMutates(facts: Facts): Facts {
  const { value } = facts.action.effectClass;
  return setFact(
    facts,
    'action.mutates',
    value === undefined ? UNKNOWN : value !== 'read',
  );
}

function setFact(facts: Facts, path: FactPath, said: Said): Facts {
  return withFact(facts, path, toFact(said) as never);
}

function toFact(said: Said): Fact {
  switch (said) {
    case NONE:
      return { state: 'known', source: 's' };
    case UNKNOWN:
      return { state: 'unknown', source: 's' };
    case STALE:
      return { state: 'stale', source: 's' };
    default:
      return { value: said as JsonValue, state: 'known', source: 's' };
  }
}
