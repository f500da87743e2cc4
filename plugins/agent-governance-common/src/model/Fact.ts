import { JsonValue } from './json';

/**
 * How much a fact may be believed. `stale` is past its time to live;
 * `unknown` could not be established. Neither ever counts as false.
 *
 * @public
 */
export type FactState = 'known' | 'stale' | 'unknown';

/**
 * One thing a decision may look at, with where it came from and when it was true.
 *
 * @public
 */
export interface Fact<T extends JsonValue = JsonValue> {
  /** Absent when the state is `unknown`, or when it is known that there is none. */
  value?: T;
  state: FactState;
  /** Who says so: `catalog`, `request`, `config`, `delegations`, `freezes`, `history`, `context`, or a context source's id. */
  source: string;
  /** When the source observed it, ISO 8601 in UTC. */
  observedAt?: string;
  /** For how many seconds after `observedAt` it may be believed. */
  ttlSeconds?: number;
  /** Why it is stale or unknown, in words for a person. */
  note?: string;
}

/** A fact that holds. @public */
export function known<T extends JsonValue>(
  value: T,
  source: string,
  observedAt?: string,
): Fact<T> {
  return { value, state: 'known', source, ...(observedAt && { observedAt }) };
}

/** A fact known to have no value: a target without a system, say. @public */
export function knownNone<T extends JsonValue>(
  source: string,
  observedAt?: string,
): Fact<T> {
  return { state: 'known', source, ...(observedAt && { observedAt }) };
}

/** A fact that could not be established, and why. @public */
export function unknown<T extends JsonValue>(
  source: string,
  note: string,
): Fact<T> {
  return { state: 'unknown', source, note };
}
