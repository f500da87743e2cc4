import { UnblockStep } from './ActionRequest';
import { DecisionCore, PolicyLevel } from './Decision';
import { FactState } from './Fact';
import { Facts } from './Facts';
import { JsonObject, JsonValue } from './json';
import { DraftedPolicy, PolicyDraft } from './PolicyDraft';

/** How many facts may be overridden at once. @public */
export const MAX_FACT_OVERRIDES = 100;

/** As whose word an overridden fact appears in facts and traces. @public */
export const OVERRIDE_SOURCE = 'override';

/** One fact as it is taken to be. @public */
export interface FactOverride {
  /** A fact of the fact schema, for example `conditions.freeze`; a whole fact, never a field of one. */
  path: string;
  state: FactState;
  /** Of the type the fact schema says. A known fact without one is known to be none; an unknown one has none. */
  value?: JsonValue;
}

/**
 * A request that nobody made.
 *
 * Who asks for what comes either from here or, with `decisionId`, from a decision that was recorded; then whatever else
 * is named must be the same, but for input and time.
 *
 * @public
 */
export interface SimulationInput {
  /** Entity ref. */
  agentRef?: string;
  /** Id of a registered action. */
  actionId?: string;
  /** Entity ref. Left out, or the same, where the action derives it from its input. */
  targetRef?: string;
  /** Name of a configured environment. Left out, or the same, where the action derives it. */
  environment?: string;
  /** As a request would carry it: checked against the schema of the action. Nothing is an empty input. */
  input?: JsonObject;
  /** Entity ref of a person who is in the catalog. */
  onBehalfOf?: string;
  /**
   * Whether the agent quotes the context of the target as it is now. Where absent, it does if the action asks for it:
   * what a request quotes is looked up when it is asked, so nobody can make that up.
   */
  quotesContext?: boolean;
  /** When it is asked, ISO 8601 with an offset; now where absent. */
  at?: string;
  /** In which time zone policies are told weekday and hour, an IANA name; the portal's where absent. */
  zone?: string;
  /** Up to {@link MAX_FACT_OVERRIDES}, each path once. */
  facts?: FactOverride[];
  /** What is tried instead of the policies that decide, beside what they decide. */
  draft?: PolicyDraft;
  /** Id of a recorded decision: its facts, as they were sealed then, instead of gathered ones. */
  decisionId?: string;
}

/**
 * What would be decided about a request that nobody made, with everything a decision tells.
 *
 * Nothing of it is recorded and nothing is authorised by it.
 *
 * @public
 */
export interface Simulation {
  /** Everything the decision could look at. */
  facts: Facts;
  /** Paths of the facts that are as they were given here, and not as they are. Their source is {@link OVERRIDE_SOURCE}. */
  overridden: string[];
  moments: SimulationMoments;
  /** Levels that must each have granted an action that changes something, as configured. */
  requiredLevels: PolicyLevel[];
  /** With the policies in force. */
  result: SimulatedDecision;
  /**
   * With the draft, if there is one. A draft's rules find facts unknown that name entities which whoever asks may not
   * read, since they could be written to read them out.
   */
  drafted?: SimulatedDecision;
  /** What became of each policy that the draft speaks about, if there is one. */
  policies?: DraftedPolicy[];
}

/** What of a simulation is of which moment. @public */
export interface SimulationMoments {
  /** When facts were gathered: now, or when the recorded decision was made. ISO 8601. */
  gatheredAt: string;
  /** What the decision took for now, ISO 8601. */
  decidedFor: string;
  /** Paths of the facts that are as of `decidedFor` where that is another moment; all others are as of `gatheredAt`. */
  factsOfThen: string[];
}

/** @public */
export interface SimulatedDecision {
  decision: DecisionCore;
  /** What would turn it, and who can bring that about; nothing where it is allowed. */
  unblock: UnblockStep[];
}
