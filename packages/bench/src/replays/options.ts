import { parseArgs } from 'node:util';

/** What a run is to do. */
export interface ReplayOptions {
  databases: string[];
  rounds: number;
  /** Recorded decisions. */
  decisions: number;
  /** Policies that decide; a multiple of five. */
  policies: number;
  /** How many ask for live decisions at a time. */
  callers: number;
  /** How long they ask where nothing is replayed. */
  liveMs: number;
  write: boolean;
}

/** @throws TypeError for an option that is not known */
export function parseReplayOptions(args: string[]): ReplayOptions {
  const { values } = parseArgs({
    args,
    options: {
      databases: { type: 'string', default: 'sqlite,postgres' },
      rounds: { type: 'string', default: '5' },
      decisions: { type: 'string', default: '100000' },
      policies: { type: 'string', default: '1000' },
      callers: { type: 'string', default: '4' },
      'live-ms': { type: 'string', default: '15000' },
      'no-write': { type: 'boolean', default: false },
    },
  });
  return {
    databases: values.databases.split(',').filter(Boolean),
    rounds: Number(values.rounds),
    decisions: Number(values.decisions),
    policies: Number(values.policies),
    callers: Number(values.callers),
    liveMs: Number(values['live-ms']),
    write: !values['no-write'],
  };
}
