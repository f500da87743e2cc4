import { FactOverride } from '@agentgov/backstage-plugin-agent-governance-common';
import { Basis } from '../../decision/DecisionSimulator';
import { AskingAgent } from '../outlook/Foresight';

/** What is decided about in a simulation, by an agent that could ask, and of when that is. */
export interface SimulationGround {
  asking: AskingAgent;
  basis: Basis;
  /** What follows from how it was asked, beside the facts that were named. */
  overrides: FactOverride[];
  /** ISO 8601. */
  gatheredAt: string;
  /** Paths of the facts that are gathered as of the moment that is decided for. */
  factsOfThen: string[];
}
