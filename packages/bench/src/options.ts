import { parseArgs } from 'node:util';

/** What a run is to do. */
export interface BenchOptions {
  databases: string[];
  rounds: number;
  sliceMs: number;
  concurrencies: number[];
  /** Ids of measures; all when absent. */
  only?: string[];
  /** Whether the results are written to files as well: those of a part never are. */
  write: boolean;
  /** Given to the portal's process, for example `--cpu-prof`. */
  nodeOptions: string[];
}

/** @throws TypeError for an option that is not known */
export function parseBenchOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      databases: { type: 'string', default: 'sqlite,postgres' },
      rounds: { type: 'string', default: '3' },
      'slice-ms': { type: 'string', default: '6000' },
      concurrencies: { type: 'string', default: '1,8,32' },
      only: { type: 'string' },
      'no-write': { type: 'boolean', default: false },
      'node-option': { type: 'string', multiple: true, default: [] },
    },
  });
  const list = (text: string) => text.split(',').filter(Boolean);
  return {
    databases: list(values.databases),
    rounds: Number(values.rounds),
    sliceMs: Number(values['slice-ms']),
    concurrencies: list(values.concurrencies).map(Number),
    ...(values.only && { only: list(values.only) }),
    write: !values['no-write'] && !values.only,
    nodeOptions: values['node-option'],
  };
}
