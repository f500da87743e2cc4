export type { Verdict } from '@agentgov/backstage-plugin-agent-governance-common';

/** What rules may look at: flat, every value known, so that every engine can say it. */
export interface Attributes {
  action: string;
  mutates: boolean;
  reversible: boolean;
  agentLifecycle: string;
  environment: string;
  production: boolean;
  freeze: boolean;
  incident: boolean;
  health: string;
  hour: number;
  owned: boolean;
  operates: boolean;
  distance: number;
  dependents: number;
  dataClass: string;
  novel: boolean;
}

/** One comparison of an attribute with a constant. */
export interface Comparison {
  attribute: keyof Attributes;
  is: '==' | '!=' | '<' | '>' | '>=';
  value: boolean | number | string;
}

/**
 * It matches where all its comparisons hold. Over all rules that speak about a request: a deny that matches denies, else
 * an approval that matches holds, else an allow that matches allows, else it is denied.
 */
export interface ScenarioRule {
  name: string;
  effect: 'deny' | 'require-approval' | 'allow';
  when: Comparison[];
  because: string;
}

/** One policy, as an engine without anything of ours is told of it. */
export interface ScenarioPolicy {
  name: string;
  /** Whose targets it speaks about. */
  team: string;
  /** The first part of the ids of the actions it speaks about. */
  namespace: string;
  rules: ScenarioRule[];
}

/** What a team's policies differ by. */
export interface Team {
  name: string;
  opensAt: number;
  closesAt: number;
  maxDistance: number;
  maxDependents: number;
}

/** What is decided. */
export interface ScenarioRequest {
  id: string;
  /** Who owns the target. */
  team: string;
  attributes: Attributes;
}

/** What all engines are given. */
export interface Scenario {
  /** How many policies there are. */
  size: number;
  teams: Team[];
  policies: ScenarioPolicy[];
  requests: ScenarioRequest[];
}
