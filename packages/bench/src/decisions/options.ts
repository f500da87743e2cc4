import { parseArgs } from 'node:util';
import { SIZES } from './scenario';

/** What a run is to do. */
export interface DecisionsOptions {
  rounds: number;
  sliceMs: number;
  sizes: number[];
  /** Ids of engines; all when absent. */
  only?: string[];
  /** Whether the results are written to files as well: those of a part never are. */
  write: boolean;
}

/** @throws TypeError for an option that is not known */
export function parseDecisionsOptions(args: string[]): DecisionsOptions {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '9' },
      'slice-ms': { type: 'string', default: '150' },
      sizes: { type: 'string', default: SIZES.join(',') },
      only: { type: 'string' },
      'no-write': { type: 'boolean', default: false },
    },
  });
  const list = (text: string) => text.split(',').filter(Boolean);
  return {
    rounds: Number(values.rounds),
    sliceMs: Number(values['slice-ms']),
    sizes: list(values.sizes).map(Number),
    ...(values.only && { only: list(values.only) }),
    write: !values['no-write'] && !values.only,
  };
}
