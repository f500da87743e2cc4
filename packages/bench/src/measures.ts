import { Bench } from './load/Bench';
import { HttpClient } from './load/HttpClient';
import { LoadResult, runLoad } from './load/runLoad';
import { PERSON } from './world/createWorld';

/** Something that is measured. */
export interface Measure {
  id: string;
  title: string;
  /** What the number includes, for whoever reads only the table. */
  includes: string;
  /** Part of a slice that is enough for it; all of it when absent. */
  slice?: number;
  /** Brings about what it starts from; not measured. */
  prepare?(bench: Bench): Promise<void>;
  run(bench: Bench, options: Slice): Promise<LoadResult>;
}

/** How much of it. */
export interface Slice {
  concurrency: number;
  durationMs: number;
}

/** Requests claimed in one slice. */
const EFFECTS = 120;
/** How many are claimed at a time before that, once for every pair. */
const WARM_UP_CONCURRENCY = 8;

/** Of a slice, where nothing is remembered that could expire within it. */
const STEADY = 1 / 3;

/** What everything is compared with. */
export const PEER = 'peer';
export const PEER_HTTP = 'peer-http';
export const FLOOR = 'floor-agent';

/** A route that asks who is there, and nothing else. */
export async function callFloor(
  client: HttpClient,
  token: string,
): Promise<void> {
  await client.call({ method: 'GET', path: '/api/bench-peer/floor', token });
}

const floor = (token: (bench: Bench, index: number) => string) =>
  function run(bench: Bench, slice: Slice) {
    return runLoad({
      ...slice,
      call: index => callFloor(bench.client, token(bench, index)),
    });
  };

/** Governed decisions about one pair of an agent and a target after the other. */
export async function runWarm(bench: Bench, slice: Slice): Promise<LoadResult> {
  const { regulars } = bench.world;
  return runLoad({
    ...slice,
    call: index => bench.decide(regulars[index % regulars.length]),
  });
}

/** In the order they are run within a round. */
export const measures: Measure[] = [
  {
    id: 'floor-user',
    title: 'Floor: bare route, user token',
    includes:
      'HTTP from another process, `httpAuth.credentials`, an empty answer',
    slice: STEADY,
    run: floor(bench => bench.tokenOf(PERSON)),
  },
  {
    id: FLOOR,
    title: 'Floor: bare route, agent token',
    includes: 'the same, and the perimeter with the agent’s standing',
    slice: STEADY,
    run: floor((bench, index) => {
      const { regulars } = bench.world;
      return bench.tokenOf(regulars[index % regulars.length].agentRef);
    }),
  },
  {
    id: PEER,
    title: 'Peer: stock conditional check, in a plugin',
    includes:
      '`permissions.authorize` with a user’s credentials, one resource, answered through apply-conditions; no HTTP in front, nothing recorded',
    slice: STEADY,
    run: async (bench, slice) =>
      bench.portal.call('authorize', {
        ...slice,
        userToken: bench.tokenOf(PERSON),
      }),
  },
  {
    id: PEER_HTTP,
    title: 'Peer: the same behind a route',
    includes: 'HTTP from another process, user token, the same check',
    slice: STEADY,
    run: async (bench, slice) =>
      runLoad({
        ...slice,
        call: index =>
          bench.client.call({
            method: 'POST',
            path: `/api/bench-peer/things/use?ref=service-${index % 5}-${
              index % 12
            }`,
            token: bench.tokenOf(PERSON),
          }),
      }),
  },
  {
    id: 'cold',
    title: 'Governed decision, cold',
    includes:
      'HTTP from another process, agent token, facts, verdict, request, decision and ledger entry committed; each agent is asked about once, nothing of it is remembered',
    run: async (bench, { concurrency }) => {
      const { strangers } = bench.world;
      return runLoad({
        concurrency,
        count: strangers.length,
        call: index => bench.decide(strangers[index]),
      });
    },
  },
  {
    id: 'warm',
    title: 'Governed decision, warm',
    includes:
      'the same, over 240 agent × target pairs that were asked about just before; what is remembered goes on expiring after five seconds',
    prepare: bench => bench.warmUp(),
    run: runWarm,
  },
  {
    id: 'effect',
    title: 'Decision at the moment of effect',
    includes:
      'inside the portal, as its worker does it: a token minted for the agent, facts and the portal’s criteria asked afresh, verdict, claim and ledger entry committed; targets read at most five seconds ago, and not the executor',
    // its own memory of the catalog is not the door's, so it is filled on its own
    prepare: async bench => {
      const { length } = bench.world.regulars;
      await bench.decideInTurn(length + EFFECTS);
      await bench.portal.call('claim', {
        concurrency: WARM_UP_CONCURRENCY,
        count: length,
      });
    },
    run: async (bench, { concurrency }) =>
      bench.portal.call('claim', { concurrency, count: EFFECTS }),
  },
];
