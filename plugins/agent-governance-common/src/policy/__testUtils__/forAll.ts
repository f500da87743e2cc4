import fc from 'fast-check';

/** Every property holds for so many cases in every run. */
export const CASES = 10_000;

/**
 * Test: checks a property and prints the seed it was checked with, so that any run can be repeated
 * (`PROPERTY_SEED`), also one that was green.
 *
 * @param cases - fewer where each takes long
 */
export function forAll<Ts extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
  check: (...values: Ts) => void,
  cases = CASES,
): void {
  const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
  process.stdout.write(
    `${expect.getState().currentTestName}: seed ${seed}, ${cases} cases\n`,
  );
  fc.assert(
    fc.property<Ts>(...(arbitraries as never), (...values: Ts) =>
      check(...values),
    ),
    { seed, numRuns: cases },
  );
}
