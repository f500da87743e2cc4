import { parseArgs } from 'node:util';

/** What a run is to do. */
export interface StopsOptions {
  rounds: number;
  /** How many ask each backend at a time. */
  callers: number[];
  loadMs: number;
  write: boolean;
}

/** @throws TypeError for an option that is not known */
export function parseStopsOptions(args: string[]): StopsOptions {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '8' },
      callers: { type: 'string', default: '1,4' },
      'load-ms': { type: 'string', default: '3000' },
      'no-write': { type: 'boolean', default: false },
    },
  });
  return {
    rounds: Number(values.rounds),
    callers: values.callers.split(',').filter(Boolean).map(Number),
    loadMs: Number(values['load-ms']),
    write: !values['no-write'],
  };
}
