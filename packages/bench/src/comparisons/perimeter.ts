import { RunningPortal } from '../load/RunningPortal';
import { runLoad } from '../load/runLoad';
import { signInPerson } from '../load/signIn';
import { Slice, callFloor } from '../measures';
import { PERSON, World, createWorld } from '../world/createWorld';
import { Comparison, Side, Surroundings } from './Comparison';

/** Calls before each slice, so that a portal that slept is awake. */
const WAKING_CALLS = 100;

/** What the perimeter costs people: a bare route, asked by a person, in a portal with agent governance and in one without. */
export const perimeter: Comparison = {
  id: 'perimeter',
  title: 'A person’s request to a bare route, with agent governance installed',
  includes:
    'HTTP from another process, user token, `httpAuth.credentials`, an empty answer: the floor, in a portal with agent governance, whose perimeter looks at every request first, beside the same in a portal without its backend feature. Nothing else differs',
  aim: { of: 'p50 difference', atMost: 0.2, concurrency: 1 },
  once: true,
  pairsPerRound: 4,
  slice: 1 / 6,
  async open(surroundings) {
    const world = createWorld({ strangers: 0 });
    const without = await startSide(world, surroundings, false);
    try {
      await without.pause();
      return { without, with: await startSide(world, surroundings, true) };
    } catch (error) {
      await without.stop();
      throw error;
    }
  },
};

async function startSide(
  world: World,
  { database, logFile, nodeOptions, say }: Surroundings,
  governance: boolean,
): Promise<Side> {
  const label = governance ? 'with-perimeter' : 'without-perimeter';
  say(`Starting a portal ${label.replace('-', ' ')}`);
  const portal = await RunningPortal.start({
    logFile: logFile(label),
    nodeOptions,
    portal: {
      database: database(label),
      entities: world.entities,
      governance,
    },
  });
  try {
    return toSide(portal, await signInPerson(portal.client, PERSON));
  } catch (error) {
    await portal.stop();
    throw error;
  }
}

function toSide(portal: RunningPortal, token: string): Side {
  const { client, process } = portal;
  const run = (load: Slice | { concurrency: number; count: number }) =>
    runLoad({ ...load, call: () => callFloor(client, token) });
  return {
    prepare: async () => {
      await run({ concurrency: 1, count: WAKING_CALLS });
    },
    run,
    usage: () => process.call('usage', {}),
    forget: async () => {},
    pause: () => process.pause(),
    resume: () => process.resume(),
    stop: () => portal.stop(),
  };
}
