import type { PolicyProblem } from '@agentgov/backstage-plugin-agent-governance-common/policy';

/** What is written: a file of policies in YAML, the one expression of a rule, or a file of fixtures. */
export type EditorMode = 'file' | 'expression' | 'fixtures';

/** A problem, and where in the text it is. */
export interface PlacedProblem extends PolicyProblem {
  /** `warning`: it counts all the same, and its author should look at it. */
  severity: 'error' | 'warning';
  /** Offsets in the text; absent where it has no place in it. */
  range?: { from: number; to: number };
  /** What would put it right, where that is known for sure. */
  fix?: TextChange;
}

/** Something else instead of a part of the text. */
export interface TextChange {
  from: number;
  to: number;
  insert: string;
}

/** What can be done with an editor from outside. */
export interface EditorHandle {
  /** Puts the cursor there and looks at it. */
  goTo(offset: number): void;
}

/** What the portal adds to the vocabulary of policies. What cannot be read is not offered, and held against nobody. */
export interface PortalNames {
  actions: ReadonlyArray<{ id: string; title: string }>;
  /** Absent while they are not known. */
  environments?: readonly string[];
}

/** What an editor of text is given, whichever it is. */
export interface EditorWidgetProps {
  value: string;
  onChange(value: string): void;
  mode: EditorMode;
  problems: PlacedProblem[];
  /** What may be named besides facts and functions. */
  names: PortalNames;
  /** Id of what names it, and the one that what describes it gets. */
  labelledBy: string;
  describedBy: string;
}
