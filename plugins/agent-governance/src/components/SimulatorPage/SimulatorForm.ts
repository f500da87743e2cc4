/** How a fact is taken to be; `none` is known to be none. */
export type FactRowState = 'known' | 'none' | 'stale' | 'unknown';

/** One fact that is overridden, as it stands in the form. */
export interface FactRow {
  /** Empty while none is chosen. */
  path: string;
  state: FactRowState;
  /** As typed: the text itself, or JSON where the fact is more than a word or a number. */
  text: string;
}

/** One policy that is tried otherwise than it decides. */
export interface PolicyRow {
  /** Entity ref. */
  ref: string;
  change: 'off' | 'shadow' | 'enforce';
}

/** Everything the form holds; all of it stands in the address. */
export interface SimulatorForm {
  /** Id of a recorded decision; then who asks for what follows from it. */
  decision?: string;
  /** Entity ref. */
  agent?: string;
  action?: string;
  /** Entity ref. */
  target?: string;
  environment?: string;
  /** As typed: JSON. Empty is not said. */
  input: string;
  /** Entity ref. */
  onBehalfOf?: string;
  /** What the action asks for, where absent. */
  quotes?: 'yes' | 'no';
  /** ISO 8601; now where absent. */
  at?: string;
  /** An IANA name; the portal's where absent. */
  zone?: string;
  facts: FactRow[];
  changes: PolicyRow[];
  /** Policies in YAML that stand instead of those that decide. */
  text: string;
}

export const EMPTY_FORM: SimulatorForm = {
  input: '',
  facts: [],
  changes: [],
  text: '',
};
