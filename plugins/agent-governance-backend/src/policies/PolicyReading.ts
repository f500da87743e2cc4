import {
  DocumentLevel,
  HeldScope,
  PolicyDocument,
  PolicyProblem,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { PolicyText } from '../store/PolicyStore';

/** What was found of one policy in the catalog, judged. */
export type PolicyReading = Gone | FoundPolicy;

/** It is not in the catalog, or nobody answers for its being there any more. */
export interface Gone {
  kind: 'gone';
  ref: string;
  because: string;
}

/** There is an entity. */
export type FoundPolicy = {
  ref: string;
  title: string;
  owner?: string;
  level?: DocumentLevel;
  mode?: PolicyDocument['mode'];
  originLocation?: string;
  entityUid?: string;
  /** Where the entity says that it can be looked at. */
  sourceUrl?: string;
  /** What stands in the catalog, to be kept; absent when it cannot be. */
  source?: PolicyText;
  /** Why it is what it is, in one sentence. */
  because: string;
  problems: PolicyProblem[];
} & (
  | { kind: 'untrusted' }
  | { kind: 'out-of-authority' }
  /**
   * `text`: what can be understood is not the newest, which the catalog refused. `heldScope`: what is to be held where no
   * text is good; absent for what would only be in shadow.
   */
  | { kind: 'broken'; text?: PolicyText; heldScope?: HeldScope }
  | { kind: 'good'; text: PolicyText }
);
