import { Config, readDurationFromConfig } from '@backstage/config';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { durationToMilliseconds } from '@backstage/types';
import { Duration } from 'luxon';
import { configError } from './configError';

/** A duration in milliseconds: ISO 8601, or an object such as `{ hours: 4 }`. */
export function readMillis(
  config: Config | undefined,
  key: string,
  fullKey: string,
  fallback: string,
): number;
export function readMillis(
  config: Config | undefined,
  key: string,
  fullKey: string,
): number | undefined;
export function readMillis(
  config: Config | undefined,
  key: string,
  fullKey: string,
  fallback?: string,
): number | undefined {
  if (!config?.has(key)) {
    return fallback === undefined
      ? undefined
      : Duration.fromISO(fallback).toMillis();
  }
  let millis: number;
  try {
    millis = durationToMilliseconds(readDurationFromConfig(config, { key }));
  } catch {
    throw configError(
      fullKey,
      `must be a duration such as 'PT4H' or { hours: 4 }`,
    );
  }
  if (!Number.isFinite(millis) || millis <= 0) {
    throw configError(fullKey, 'must be a duration longer than nothing');
  }
  return millis;
}

/** The same as an ISO 8601 duration. */
export function readIsoDuration(
  config: Config | undefined,
  key: string,
  fullKey: string,
  fallback: string,
): string {
  const millis = readMillis(config, key, fullKey, fallback);
  return Duration.fromMillis(millis).rescale().toISO();
}

/** A whole number within bounds. */
export function readInteger(
  config: Config | undefined,
  key: string,
  fullKey: string,
  options: { fallback: number; min: number; max: number },
): number {
  const { fallback, min, max } = options;
  const value = config?.getOptional(key) ?? fallback;
  if (
    typeof value !== 'number' ||
    !Number.isInteger(value) ||
    value < min ||
    value > max
  ) {
    throw configError(
      fullKey,
      `must be a whole number from ${min} to ${max}, and is ${JSON.stringify(
        value,
      )}`,
    );
  }
  return value;
}

/** Refs of groups and people, in full and in lower case. */
export function readOwnerRefs(
  config: Config | undefined,
  key: string,
  fullKey: string,
) {
  const values = config?.getOptionalStringArray(key) ?? [];
  return values.map((value, index) =>
    readOwnerRef(value, `${fullKey}[${index}]`),
  );
}

/** The full ref of one group or person. */
export function readOwnerRef(value: string, fullKey: string): string {
  let kind: string | undefined;
  try {
    const ref = parseEntityRef(value, { defaultKind: 'group' });
    kind = ref.kind.toLocaleLowerCase('en-US');
    if (kind === 'group' || kind === 'user') {
      return stringifyEntityRef(ref);
    }
  } catch {
    // said below
  }
  throw configError(
    fullKey,
    `must be the entity ref of a group or user such as group:default/sre, and is '${value}'`,
  );
}

/** Refuses keys nobody reads: a misspelt setting must not pass for a set one. */
export function refuseUnknownKeys(
  config: Config | undefined,
  known: string[],
  fullKey: string,
): void {
  const unknown = config?.keys().find(key => !known.includes(key));
  if (unknown !== undefined) {
    throw configError(
      `${fullKey}.${unknown}`,
      `is not a known key; known are ${known.join(', ')}`,
    );
  }
}
