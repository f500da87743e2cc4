import { Config } from '@backstage/config';
import { IANAZone } from 'luxon';
import { configError } from './configError';

const KEY = 'agentGovernance.timeZone';

/** The zone in which policies are told weekday and hour: a real one, not an offset, so that summer time is right. */
export function readTimeZone(config: Config | undefined): string {
  const name = config?.getOptionalString('timeZone') ?? 'UTC';
  if (!isTimeZone(name)) {
    throw configError(
      KEY,
      `must be the IANA name of a time zone such as Europe/Berlin, or UTC, and is '${name}'`,
    );
  }
  return name;
}

/** Whether this is the IANA name of a time zone that exists, or UTC. */
export function isTimeZone(name: string): boolean {
  const isName = name === 'UTC' || /^[A-Za-z]+\/[A-Za-z]/.test(name);
  return isName && IANAZone.isValidZone(name);
}
