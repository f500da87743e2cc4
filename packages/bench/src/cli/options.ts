import { parseArgs } from 'node:util';

/** What a run is to do. */
export interface CliOptions {
  rounds: number;
  policies: number;
  write: boolean;
}

/** @throws TypeError for an option that is not known */
export function parseCliOptions(args: string[]): CliOptions {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '5' },
      policies: { type: 'string', default: '1000' },
      'no-write': { type: 'boolean', default: false },
    },
  });
  return {
    rounds: Number(values.rounds),
    policies: Number(values.policies),
    write: !values['no-write'],
  };
}
