import { parseEntityRef } from '@backstage/catalog-model';
import { Facts } from '../../../model';
import { FactPath } from '../../facts';
import {
  readMap,
  readOptionalText,
  readText,
  readTexts,
  UNKNOWN,
} from '../../facts/scopeValues';

/** What a predicate finds at a path: a value, known to be nothing, or unknown. */
export type TargetValue = unknown | typeof UNKNOWN;

/** A path in the target's entity that predicates may speak about, and the fact that stands for it. */
export interface TargetField {
  fact: FactPath;
  /** `ref`: an entity ref, in full; `texts`: only `$contains` and `$exists` say anything about it. */
  kind: 'text' | 'ref' | 'texts';
  read(facts: Facts): TargetValue;
}

function text(fact: FactPath): TargetField {
  return { fact, kind: 'text', read: readText(fact) };
}

function optionalText(fact: FactPath): TargetField {
  return { fact, kind: 'text', read: readOptionalText(fact) };
}

function optionalRef(fact: FactPath): TargetField {
  return { fact, kind: 'ref', read: readOptionalText(fact) };
}

function partOfRef(part: 'name' | 'namespace'): TargetField {
  const read = readText('target.ref');
  return {
    fact: 'target.ref',
    kind: 'text',
    read: facts => {
      const ref = read(facts);
      if (ref === UNKNOWN) {
        return UNKNOWN;
      }
      try {
        return parseEntityRef(ref)[part];
      } catch {
        return UNKNOWN;
      }
    },
  };
}

const FIELDS = new Map<string, TargetField>([
  ['kind', text('target.kind')],
  ['metadata.name', partOfRef('name')],
  ['metadata.namespace', partOfRef('namespace')],
  [
    'metadata.tags',
    { fact: 'target.tags', kind: 'texts', read: readTexts('target.tags') },
  ],
  ['spec.type', optionalText('target.type')],
  ['spec.lifecycle', optionalText('target.lifecycle')],
  [
    'spec.owner',
    { fact: 'target.owner', kind: 'ref', read: readText('target.owner') },
  ],
  ['spec.system', optionalRef('target.system')],
  ['spec.domain', optionalRef('target.domain')],
]);

const MAPS: ReadonlyArray<[prefix: string, fact: FactPath]> = [
  ['metadata.labels.', 'target.labels'],
  ['metadata.annotations.', 'target.annotations'],
];

/** Every path that predicates may speak about, for people. */
export const TARGET_FIELD_NAMES: readonly string[] = [
  ...FIELDS.keys(),
  ...MAPS.map(([prefix]) => `${prefix}<key>`),
];

/** The field at a path, written as in the entity. */
export function targetField(path: string): TargetField | undefined {
  const field = FIELDS.get(path);
  if (field) {
    return field;
  }
  for (const [prefix, fact] of MAPS) {
    const key = path.slice(prefix.length);
    if (path.startsWith(prefix) && key !== '') {
      return mapEntry(fact, key);
    }
  }
  return undefined;
}

function mapEntry(fact: FactPath, key: string): TargetField {
  const read = readMap(fact);
  return {
    fact,
    kind: 'text',
    read: facts => {
      const map = read(facts);
      if (map === UNKNOWN) {
        return UNKNOWN;
      }
      return Object.hasOwn(map, key) ? map[key] : undefined;
    },
  };
}
