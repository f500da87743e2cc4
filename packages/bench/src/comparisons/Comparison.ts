import { LoadResult } from '../load/runLoad';
import { Slice } from '../measures';
import { PortalDatabase } from '../portal/portalConfig';
import { Usage } from '../portal/PortalUnderTest';

/**
 * The same load on two portals that differ in one thing, by turns: each slice of one stands beside a slice of the other.
 */
export interface Comparison {
  id: string;
  title: string;
  /** What the numbers include, and what the two differ in. */
  includes: string;
  aim: Aim;
  /** Whether it is the same on every database, so that one is enough. */
  once: boolean;
  /** How many pairs of slices there are, for each round of the measures. */
  pairsPerRound: number;
  /** Part of the length of a measure's slice. */
  slice: number;
  /** Starts both, and makes sure that they differ as they should. */
  open(options: Surroundings): Promise<Sides>;
}

/** What is hoped for. */
export interface Aim {
  of: 'p50 ratio' | 'p50 difference';
  /** A multiple, or milliseconds. */
  atMost: number;
  /** Callers at a time that it is about; all when absent. */
  concurrency?: number;
}

/** Where portals find a place of their own. */
export interface Surroundings {
  database: (label: string) => PortalDatabase;
  logFile: (label: string) => string;
  nodeOptions: string[];
  say: (message: string) => void;
}

/** The two portals. */
export interface Sides {
  without: Side;
  with: Side;
}

/** One portal under load. Only one of two is awake at a time. */
export interface Side {
  /** Brings about what a slice starts from; not measured. */
  prepare(): Promise<void>;
  run(slice: Slice): Promise<LoadResult>;
  usage(): Promise<Usage>;
  /** Takes out again what a slice left behind. */
  forget(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}
