import {
  FactDescription,
  FunctionDescription,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';

/** What can be named in a policy of this portal. */
export interface Vocabulary {
  facts: readonly FactDescription[];
  functions: readonly FunctionDescription[];
  /** Paths in the target's entity that `appliesTo.targets` may ask about. */
  targetFields: readonly string[];
  actions: ReadonlyArray<{ id: string; title: string }>;
  environments: readonly string[];
}

/** Stands in what is put in for the place where the cursor goes on. */
// eslint-disable-next-line no-template-curly-in-string
export const CURSOR = '${}';

/** One thing that could stand at the cursor. */
export interface Suggestion {
  /** What is typed to find it, and what is put in unless `insert` says otherwise. */
  label: string;
  kind: 'fact' | 'function' | 'word' | 'key';
  /** Beside it, in a word: its type. */
  detail?: string;
  /** What it means, in a sentence or two. */
  info?: string;
  /** What is put in; {@link CURSOR} may stand in it. */
  insert?: string;
}

/** What could stand at the cursor, instead of what stands from `from` to the cursor. */
export interface Suggestions {
  from: number;
  options: Suggestion[];
  /** What may be typed on without asking anew. */
  validFor: RegExp;
}
