import {
  FactOverride,
  Simulation,
  SimulationInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { FACT_SCHEMA } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { DecisionSimulator } from '../../decision/DecisionSimulator';
import { ClockOverride, timePaths } from '../../facts/overrideTime';
import { ActionRequestStore } from '../../store/ActionRequestStore';
import { Foresight } from '../outlook/Foresight';
import { RequestReader } from '../requests/RequestReader';
import { MadeUpRequests } from './MadeUpRequests';
import { readSimulation } from './readSimulation';
import { RecordedDecisions } from './RecordedDecisions';
import { SimulationView } from './SimulationView';

interface Options {
  simulator: DecisionSimulator;
  madeUp: MadeUpRequests;
  recorded: RecordedDecisions;
  now: () => Date;
}

/** Finds out what would be decided. What whoever asks may see decides what is looked at; see the view it is given. */
export class DefaultSimulationService {
  readonly #options: Options;

  static create(options: {
    simulator: DecisionSimulator;
    foresight: Foresight;
    reader: RequestReader;
    actions: ActionRegistry;
    store: Pick<ActionRequestStore, 'decision'>;
    now: () => Date;
  }) {
    const { simulator, now } = options;
    return new DefaultSimulationService({
      simulator,
      madeUp: MadeUpRequests.create(options),
      recorded: RecordedDecisions.create(options),
      now,
    });
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** As it is: with everything in it, whether or not they may read it. */
  async simulate(
    asked: SimulationInput,
    options: { view: SimulationView; signal?: AbortSignal },
  ): Promise<Simulation> {
    const { simulator, madeUp, recorded } = this.#options;
    const { view, signal } = options;
    const now = this.#options.now();
    const read = readSimulation(asked, now);
    const { decisionId, clock } = read;
    const ground =
      decisionId === undefined
        ? await madeUp.ground(read, view)
        : await recorded.ground(decisionId, read, view);
    signal?.throwIfAborted();

    const overrides = [...ground.overrides, ...read.overrides];
    const { facts, ...decisions } = await simulator.simulate(ground.basis, {
      ...ground.asking,
      agentRef: ground.asking.agent.agentRef,
      clock,
      overrides,
      draft: read.draft,
      sight: view,
      now,
    });
    view.allow(decisions.policies?.map(({ ref }) => ref) ?? []);
    return {
      facts,
      overridden: overriddenPaths(clock, overrides),
      moments: {
        gatheredAt: ground.gatheredAt,
        decidedFor: decisions.result.decision.effectiveAt,
        factsOfThen: [
          ...timePaths(clock),
          ...ground.factsOfThen.filter(
            path => !overrides.some(override => override.path === path),
          ),
        ],
      },
      ...decisions,
    };
  }
}

/** In the order of the fact schema, whoever said so first. */
function overriddenPaths(
  clock: ClockOverride,
  overrides: FactOverride[],
): string[] {
  const paths = new Set([
    ...timePaths(clock),
    ...overrides.map(({ path }) => path),
  ]);
  return Object.keys(FACT_SCHEMA).filter(path => paths.has(path));
}
