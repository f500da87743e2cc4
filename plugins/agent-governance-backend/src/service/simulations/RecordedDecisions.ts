import { InputError, NotFoundError } from '@backstage/errors';
import {
  FactOverride,
  Facts,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { ActionRequestStore } from '../../store/ActionRequestStore';
import { Foresight, isInTheWay } from '../outlook/Foresight';
import { RequestReader } from '../requests/RequestReader';
import { ReadSimulation } from './readSimulation';
import { SimulationGround } from './SimulationGround';
import { SimulationView } from './SimulationView';
import { turnedAway } from './turnedAway';

interface Options {
  foresight: Foresight;
  reader: RequestReader;
  actions: ActionRegistry;
  store: Pick<ActionRequestStore, 'decision'>;
}

/** Decisions that were recorded, to be made again on the facts of then, which may be changed. */
export class RecordedDecisions {
  readonly #options: Options;

  static create(options: Options) {
    return new RecordedDecisions(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError for a decision that does not exist, or is not for them to see; InputError where something
   *   else is named than it was about; ConflictError where its agent may not ask for anything any more
   */
  async ground(
    decisionId: string,
    asked: ReadSimulation,
    view: SimulationView,
  ): Promise<SimulationGround> {
    const { foresight, store } = this.#options;
    const none = `There is no decision '${decisionId}' that you may see`;
    const found = await store.decision(decisionId);
    const place = found && placeOf(found.facts);
    if (!place) {
      throw new NotFoundError(none);
    }
    await view.assertSees(place, none);
    assertSame(asked, place);

    const asking = await foresight.asking(place.agentRef);
    if (isInTheWay(asking)) {
      throw turnedAway(asking);
    }
    return {
      asking,
      basis: { recorded: found.facts },
      overrides: this.#inputOf(asked, place),
      gatheredAt: found.decision.effectiveAt,
      factsOfThen: [],
    };
  }

  /** Another input is checked as one of a request would be. */
  #inputOf({ input }: ReadSimulation, { actionId }: Place): FactOverride[] {
    if (input === undefined) {
      return [];
    }
    const { actions, reader } = this.#options;
    const action = actions.get(actionId);
    if (!action) {
      throw new InputError(
        `'input' cannot be checked: action '${actionId}' is not registered any more; leave it out`,
      );
    }
    const { input: value } = reader.readInput(action, input);
    return [{ path: 'input', state: 'known', value }];
  }
}

interface Place {
  agentRef: string;
  actionId: string;
  targetRef: string;
  environment: string;
  onBehalfOf?: string;
}

function placeOf(facts: Facts): Place | undefined {
  const agentRef = facts.agent.ref.value;
  const actionId = facts.action.id.value;
  const targetRef = facts.target.ref.value;
  const environment = facts.environment.name.value;
  const onBehalfOf = facts.subject.ref.value;
  return agentRef && actionId && targetRef && environment
    ? { agentRef, actionId, targetRef, environment, onBehalfOf }
    : undefined;
}

/** What was recorded is about these; another one would be another request. */
function assertSame(asked: ReadSimulation, place: Place): void {
  if (asked.quotesContext !== undefined) {
    throw new InputError(
      `'quotesContext' is what the agent of the decision that 'decisionId' names did; leave it out`,
    );
  }
  const fields = Object.keys({
    agentRef: true,
    actionId: true,
    targetRef: true,
    environment: true,
    onBehalfOf: true,
  } satisfies Record<keyof Place, true>) as Array<keyof Place>;
  for (const field of fields) {
    const said = asked[field];
    if (said !== undefined && said !== place[field]) {
      throw new InputError(
        `'${field}' is '${said}', and the decision that 'decisionId' names is about ${
          place[field] === undefined ? 'none' : `'${place[field]}'`
        }; leave it out`,
      );
    }
  }
}
