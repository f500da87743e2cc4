import { Decider, NotMeasured } from '../engines';
import { Scenario, Verdict } from '../scenario';

/** An engine that says something else than the hand-written function: nothing it takes to say that is worth a number. */
export class Disagreement extends Error {}

/** After so many it is known how long one takes; the first few are slower than all others. */
const TRIED = 8;
const UNWARM = 3;

/**
 * Has an engine decide every request, and compares.
 *
 * @param expected - the verdicts of the hand-written function
 * @param withinMs - how long all of them may take
 * @throws Disagreement with the request named
 * @throws NotMeasured when it would take longer
 */
export async function checkAgreement(
  decider: Decider,
  { size, requests }: Scenario,
  expected: readonly Verdict[],
  withinMs: number,
): Promise<void> {
  let began = performance.now();
  for (const [index, request] of requests.entries()) {
    if (index === UNWARM) {
      began = performance.now();
    }
    if (index === TRIED) {
      const each = (performance.now() - began) / (TRIED - UNWARM);
      if (each * requests.length > withinMs) {
        throw new NotMeasured(
          `one decision takes about ${each.toFixed(0)} ms, too long for ${
            requests.length
          } of them`,
        );
      }
    }
    const verdict = await decider.decide(index);
    if (verdict !== expected[index]) {
      throw new Disagreement(
        `${
          request.id
        } over ${size} policies: ${verdict}, and the hand-written function says ${
          expected[index]
        }: ${JSON.stringify(request)}`,
      );
    }
  }
}

/** What the hand-written function says of every request. */
export async function verdictsOf(
  decider: Decider,
  { requests }: Scenario,
): Promise<Verdict[]> {
  return Promise.all(requests.map(async (_, index) => decider.decide(index)));
}
