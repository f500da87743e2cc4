import { Decider } from '../engines';

/** What one slice of deciding came to, in microseconds. */
export interface Slice {
  /**
   * Of decisions made in one go, in processor time of the whole process, collecting its garbage included: others on the
   * same cores do not count. In time that passed for an engine that is a service, since its own work is elsewhere.
   */
  mean: number;
  /** Of single decisions; each includes two looks at the clock, some 0.05 µs together. */
  singles: number[];
}

/** Decisions are made in one go for at least so long before the clock is looked at. */
const GO_MS = 0.5;
/** At least so many single ones, however long they take. */
const FEWEST = 3;

/** Decides one request after the other: half of the time in one go, half of it one by one. */
export async function measureSlice(
  decider: Decider,
  requests: number,
  sliceMs: number,
): Promise<Slice> {
  const first = decider.decide(0);
  if (first instanceof Promise) {
    await first;
    return measureWaiting(decider, requests, sliceMs);
  }
  return {
    mean: measureInGoes(decider, requests, sliceMs / 2),
    singles: measureSingles(decider, requests, sliceMs / 2),
  };
}

function measureInGoes(
  decider: Decider,
  requests: number,
  forMs: number,
): number {
  let next = 0;
  let decided = 0;
  let go = 1;
  let passed = 0;
  const worked = process.cpuUsage();
  const began = performance.now();
  while (passed < forMs) {
    for (let count = 0; count < go; count++) {
      decider.decide(next);
      next = next + 1 === requests ? 0 : next + 1;
    }
    decided += go;
    const now = performance.now() - began;
    if (now - passed < GO_MS) {
      go *= 2;
    }
    passed = now;
  }
  const { user, system } = process.cpuUsage(worked);
  return (user + system) / decided;
}

function measureSingles(
  decider: Decider,
  requests: number,
  forMs: number,
): number[] {
  let next = 0;
  const singles: number[] = [];
  const began = performance.now();
  let before = began;
  while (before - began < forMs || singles.length < FEWEST) {
    decider.decide(next);
    const after = performance.now();
    next = next + 1 === requests ? 0 : next + 1;
    singles.push((after - before) * 1_000);
    before = performance.now();
  }
  return singles;
}

/** For an engine that answers later: one caller, who waits. */
async function measureWaiting(
  decider: Decider,
  requests: number,
  forMs: number,
): Promise<Slice> {
  let next = 0;
  const singles: number[] = [];
  const began = performance.now();
  let before = began;
  while (before - began < forMs || singles.length < FEWEST) {
    await decider.decide(next);
    const after = performance.now();
    next = next + 1 === requests ? 0 : next + 1;
    singles.push((after - before) * 1_000);
    before = after;
  }
  return { mean: ((before - began) / singles.length) * 1_000, singles };
}
