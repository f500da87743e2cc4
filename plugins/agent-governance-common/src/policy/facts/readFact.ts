import { Fact, FactRead, Facts } from '../../model';
import { FactPath, FactValueAt } from './FactPath';
import { isFactValue } from './isFactValue';

/** A fact as a rule found it. @public */
export interface ReadFact<T> {
  /** Only when the fact is known and there is a value; a stale value is on record in `read` but nothing may be concluded from it. */
  value?: T;
  /** It is known that there is none. What follows from that is for the rule to say; most take it for unknown. */
  isNone?: true;
  read: FactRead;
}

/**
 * Reads one fact for a rule and puts the reading on record.
 *
 * The only way rules look at facts: stale, unknown, missing, malformed and known to be none all come back
 * without a value, so that no rule can mistake them for false.
 *
 * @public
 */
export function readFact<P extends FactPath>(
  facts: Facts,
  path: P,
): ReadFact<FactValueAt<P>> {
  const fact = factAt(facts, path);
  if (fact === undefined) {
    return notBelievable(path, { state: 'unknown', source: 'none' }, 'missing');
  }
  if (fact.state === 'unknown' || fact.state === 'stale') {
    return { read: recordOf(path, fact) };
  }
  if (fact.state === 'known' && fact.value === undefined) {
    return { isNone: true, read: recordOf(path, fact) };
  }
  if (fact.state !== 'known' || !isFactValue(path, fact.value)) {
    return notBelievable(path, fact, 'not of the expected shape');
  }
  return { value: fact.value, read: recordOf(path, fact) };
}

/** Every path that was ever read, taken apart: there are as many as there are facts. */
const places = new Map<FactPath, [group: string, name?: string]>();

function placeOf(path: FactPath): [group: string, name?: string] {
  let place = places.get(path);
  if (!place) {
    place = path.split('.') as [group: string, name?: string];
    places.set(path, place);
  }
  return place;
}

function factAt(facts: Facts, path: FactPath): Fact | undefined {
  const [group, name] = placeOf(path);
  const found = (facts as unknown as Record<string, unknown>)[group];
  const fact =
    name === undefined
      ? found
      : (found as Record<string, unknown> | undefined)?.[name];
  return typeof fact === 'object' && fact !== null ? (fact as Fact) : undefined;
}

function notBelievable(
  path: FactPath,
  fact: Fact,
  note: string,
): { read: FactRead } {
  return { read: recordOf(path, { ...fact, state: 'unknown', note }) };
}

/** Leaves out what is absent: a decision must have a canonical form. */
function recordOf(path: FactPath, fact: Fact): FactRead {
  const { value, state, observedAt, note } = fact;
  const source = String(fact.source);
  if (value !== undefined && observedAt !== undefined && note === undefined) {
    // as nearly every fact is, and this is made for each of them in every decision
    return { path, value, state, source, observedAt };
  }
  return {
    path,
    ...(value !== undefined && { value }),
    state,
    source,
    ...(observedAt !== undefined && { observedAt }),
    ...(note !== undefined && { note }),
  };
}
