import { ActionRegistry } from '../actions/ActionRegistry';
import { DecisionGrounds } from '../decision/DecisionGrounds';
import { DecisionSimulator } from '../decision/DecisionSimulator';
import { ReviewerResolver } from '../decision/ReviewerResolver';
import { FactsGatherer } from '../facts/FactsGatherer';
import { PolicyDrafts } from '../policies/PolicyDrafts';
import { Foresight } from '../service/outlook/Foresight';
import { RequestReader } from '../service/requests/RequestReader';
import { DefaultSimulationService } from '../service/simulations/DefaultSimulationService';
import { ActionRequestStore } from '../store/ActionRequestStore';

/** Trying out what would be decided: on what decisions are made on, and keeping nothing. */
export function createSimulations(deps: {
  facts: FactsGatherer;
  grounds: DecisionGrounds;
  reviewers: ReviewerResolver;
  drafts: PolicyDrafts;
  foresight: Foresight;
  reader: RequestReader;
  actions: ActionRegistry;
  store: ActionRequestStore;
  now: () => Date;
}) {
  return {
    simulations: DefaultSimulationService.create({
      ...deps,
      simulator: DecisionSimulator.create(deps),
    }),
  };
}
