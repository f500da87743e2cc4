/** What this agent did before, counted from our own record. */
export interface History {
  mutations: { lastHour: number; lastDay: number };
  sameActionOnTarget: number;
  /** Counted up to {@link MOST_COUNTED}. */
  sameActionOnKind: number;
  /** ISO 8601. */
  lastDenialAt?: string;
  novel: boolean;
  /** Only where a run was asked for. */
  run?: RunHistory;
}

/** What happened in one run of this agent, over its latest {@link MOST_COUNTED} requests. */
export interface RunHistory {
  mutations: number;
  failures: number;
  unknownOutcomes: number;
  /** ISO 8601: when its first request came in; absent while there is none. */
  firstAskedAt?: string;
  /** Full entity ref: whom its first request named. */
  startedBy?: string;
}

/** Counting stops here: what it costs to look back must not grow without end. */
export const MOST_COUNTED = 1_000;
