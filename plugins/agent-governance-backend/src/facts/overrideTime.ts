import {
  Facts,
  OVERRIDE_SOURCE,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { timeFacts } from './timeFacts';

/** What the clock is taken to say. */
export interface ClockOverride {
  at?: Date;
  /** An IANA name. */
  zone?: string;
}

/** Facts at another time, or in another zone: whatever the clock says of it follows, so that it never contradicts itself. */
export function overrideTime(facts: Facts, said: ClockOverride): Facts {
  const paths = new Set<string>(timePaths(said));
  const now = said.at ?? new Date(facts.time.now.value ?? NaN);
  const zone = said.zone ?? facts.time.zone.value;
  if (paths.size === 0 || zone === undefined || Number.isNaN(now.getTime())) {
    return facts;
  }
  const moved = Object.entries(timeFacts(now, zone)).map(([name, fact]) => [
    name,
    paths.has(`time.${name}`) ? { ...fact, source: OVERRIDE_SOURCE } : fact,
  ]);
  return { ...facts, time: Object.fromEntries(moved) };
}

/** The facts that are not as the clock says. */
export function timePaths({ at, zone }: ClockOverride): string[] {
  return [
    ...(at ? ['time.now'] : []),
    ...(at || zone !== undefined ? ['time.weekday', 'time.hour'] : []),
    ...(zone !== undefined ? ['time.zone'] : []),
  ];
}
