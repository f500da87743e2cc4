import { Scenario, Verdict } from '../scenario';

/** Something that decides, and is measured at it. */
export interface Engine {
  id: string;
  title: string;
  /** What one decision includes. */
  includes: string;
  /** What it cannot say, and how that was worked round; none for what can say everything. */
  workedRound?: string;
  /** @throws NotMeasured where it cannot be had here, or cannot be given so many policies */
  load(scenario: Scenario): Promise<Decider>;
}

/** An engine with policies loaded. */
export interface Decider {
  /** Of the scenario's requests by index; prepared before, so that only deciding takes time. */
  decide(index: number): Verdict | Promise<Verdict>;
  close?(): Promise<void>;
}

/** Why there is no number. */
export class NotMeasured extends Error {}
