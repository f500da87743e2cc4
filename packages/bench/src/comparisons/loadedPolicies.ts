import { Bench } from '../load/Bench';
import { runWarm } from '../measures';
import { CompanyPolicies, createPolicies } from '../world/createPolicies';
import { createWorld } from '../world/createWorld';
import {
  assertNoPolicyDecides,
  assertPoliciesDecide,
} from './assertPoliciesDecide';
import { Comparison, Side, Surroundings } from './Comparison';

/** So many policies are loaded in one of the two. */
const COUNT = 1_000;

/** A governed decision over HTTP, warm, in a portal with policies and in one without. */
export const loadedPolicies: Comparison = {
  id: 'policies',
  title: `Governed decision, warm, with ${COUNT.toLocaleString(
    'en',
  )} policies loaded`,
  includes: `the same as a warm decision, beside the same in a portal without a policy. ${COUNT.toLocaleString(
    'en',
  )} policies of 200 teams come from the catalog and are trusted: four of each team speak about what is asked for, so four with fourteen rules are evaluated and traced for each decision. The portal with policies also looks every two seconds whether the catalog’s are still the same, and that is in its number. Both start with the same world; which one is measured first changes from pair to pair, and the other one sleeps`,
  aim: { of: 'p50 ratio', atMost: 1.2 },
  once: true,
  pairsPerRound: 1,
  slice: 1,
  async open(surroundings) {
    const policies = createPolicies(COUNT);
    const world = createWorld({ strangers: 0, ...policies });
    const start = (label: string, given?: CompanyPolicies) =>
      startBench(label, surroundings, {
        world,
        policies: given?.entities,
      });
    const without = await start('without-policies');
    try {
      await assertNoPolicyDecides(without);
      await without.portal.pause();
      const loaded = await start('with-policies', policies);
      try {
        await assertPoliciesDecide(loaded, policies);
      } catch (error) {
        await loaded.stop();
        throw error;
      }
      return { without: toSide(without), with: toSide(loaded) };
    } catch (error) {
      await without.stop();
      throw error;
    }
  },
};

async function startBench(
  label: string,
  { database, logFile, nodeOptions, say }: Surroundings,
  given: Pick<Parameters<typeof Bench.start>[0], 'world' | 'policies'>,
): Promise<Bench> {
  say(`Starting a portal ${label.replace('-', ' ')}`);
  return Bench.start({
    ...given,
    database: database(label),
    logFile: logFile(label),
    nodeOptions,
  });
}

function toSide(bench: Bench): Side {
  return {
    prepare: () => bench.warmUp(),
    run: slice => runWarm(bench, slice),
    usage: () => bench.usage(),
    forget: () => bench.forgetMeasured(),
    pause: () => bench.portal.pause(),
    resume: () => bench.portal.resume(),
    stop: () => bench.stop(),
  };
}
