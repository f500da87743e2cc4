import { parseArgs } from 'node:util';

/** What a run is to do. */
export interface GatewayOptions {
  database: string;
  rounds: number;
  sliceMs: number;
  concurrencies: number[];
  /** How many pairs of an agent and a service take turns. */
  pairs: number;
  /** How many tools the server has that is only listed. */
  tools: number;
  /** How many held calls wait at a time. */
  holds: number;
  /** Ids of roads, `listing` and `holds`; all when absent. */
  only?: string[];
  /** Whether the results are written to files as well: those of a part never are. */
  write: boolean;
  nodeOptions: string[];
}

/** @throws TypeError for an option that is not known */
export function parseGatewayOptions(args: string[]): GatewayOptions {
  const { values } = parseArgs({
    args,
    options: {
      database: { type: 'string', default: 'postgres' },
      rounds: { type: 'string', default: '3' },
      'slice-ms': { type: 'string', default: '2000' },
      concurrencies: { type: 'string', default: '1,8,32' },
      pairs: { type: 'string', default: '240' },
      tools: { type: 'string', default: '1000' },
      holds: { type: 'string', default: '200' },
      only: { type: 'string' },
      'no-write': { type: 'boolean', default: false },
      'node-option': { type: 'string', multiple: true, default: [] },
    },
  });
  const list = (text: string) => text.split(',').filter(Boolean);
  return {
    database: values.database,
    rounds: Number(values.rounds),
    sliceMs: Number(values['slice-ms']),
    concurrencies: list(values.concurrencies).map(Number),
    pairs: Number(values.pairs),
    tools: Number(values.tools),
    holds: Number(values.holds),
    ...(values.only && { only: list(values.only) }),
    write: !values['no-write'] && !values.only,
    nodeOptions: values['node-option'],
  };
}
