import { Decider, Engine, handWritten, NotMeasured } from '../engines';
import { breakRule, createScenario, Scenario, Verdict } from '../scenario';
import { checkAgreement, Disagreement, verdictsOf } from './checkAgreement';

/** How long an engine may take to decide all requests once. */
const AGREE_WITHIN_MS = 30_000;

/** An engine with so many policies, agreed and ready to be measured; or why not. */
export interface Contestant {
  engine: Engine;
  size: number;
  loadMs?: number;
  decider?: Decider;
  /** The hand-written function for the same scenario. */
  floor: Decider;
  notMeasured?: string;
}

/**
 * Loads every engine with every number of policies, and sees that all agree before anything is timed: at the smallest
 * size also that a rule that is turned round is noticed.
 *
 * @throws Disagreement, naming the engine and the request
 */
export async function prepare(
  engines: readonly Engine[],
  sizes: readonly number[],
  say: (message: string) => void,
): Promise<Contestant[]> {
  const contestants: Contestant[] = [];
  for (const size of sizes) {
    const scenario = createScenario(size);
    const floor = await handWritten.load(scenario);
    const expected = await verdictsOf(floor, scenario);
    for (const engine of engines) {
      const contestant: Contestant = { engine, size, floor };
      contestants.push(contestant);
      try {
        if (size === sizes[0] && engine !== handWritten) {
          await checkThatItIsNoticed(engine, scenario, expected);
        }
        const began = performance.now();
        contestant.decider = await engine.load(scenario);
        contestant.loadMs = performance.now() - began;
        await checkAgreement(
          contestant.decider,
          scenario,
          expected,
          AGREE_WITHIN_MS,
        );
        say(`${engine.id} × ${size}: agrees on ${expected.length} requests`);
      } catch (error) {
        await contestant.decider?.close?.();
        delete contestant.decider;
        if (!(error instanceof NotMeasured)) {
          await closeAll(contestants);
          throw named(error, engine);
        }
        contestant.notMeasured = error.message;
        say(`${engine.id} × ${size}: not measured: ${error.message}`);
      }
    }
  }
  return contestants;
}

/**
 * @throws Error when the engine agrees although it was given a rule that is wrong: then the agreement means nothing
 */
export async function checkThatItIsNoticed(
  engine: Engine,
  scenario: Scenario,
  expected: readonly Verdict[],
): Promise<void> {
  const broken = breakRule(scenario);
  const decider = await engine.load(broken);
  try {
    await checkAgreement(decider, broken, expected, AGREE_WITHIN_MS);
  } catch (error) {
    if (error instanceof Disagreement) {
      return;
    }
    throw error;
  } finally {
    await decider.close?.();
  }
  throw new Error('it agrees although one of its rules is turned round');
}

/** Lets go of whatever the engines hold. */
export async function closeAll(
  contestants: readonly Contestant[],
): Promise<void> {
  await Promise.all(contestants.map(({ decider }) => decider?.close?.()));
}

function named(error: unknown, engine: Engine): unknown {
  if (error instanceof Error) {
    error.message = `${engine.title}: ${error.message}`;
  }
  return error;
}
