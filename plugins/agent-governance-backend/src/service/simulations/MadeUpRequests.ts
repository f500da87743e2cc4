import { InputError } from '@backstage/errors';
import { AgentCaller } from '../Caller';
import { Foresight, isInTheWay } from '../outlook/Foresight';
import { RequestReader } from '../requests/RequestReader';
import { subjectOf } from '../requests/subjectOf';
import { ReadSimulation } from './readSimulation';
import { SimulationGround } from './SimulationGround';
import { SimulationView } from './SimulationView';
import { asTheAgent, turnedAway } from './turnedAway';

/** Requests that an agent could make just now, understood as if it had. */
export class MadeUpRequests {
  readonly #options: { foresight: Foresight; reader: RequestReader };

  static create(options: { foresight: Foresight; reader: RequestReader }) {
    return new MadeUpRequests(options);
  }

  private constructor(options: {
    foresight: Foresight;
    reader: RequestReader;
  }) {
    this.#options = options;
  }

  /**
   * Whether they may see what it is about is asked before anything is found out.
   *
   * @throws as a request would, where the mistake is one of whoever made it up; ConflictError where the agent would be
   *   turned away
   */
  async ground(
    asked: ReadSimulation,
    view: SimulationView,
  ): Promise<SimulationGround> {
    const { foresight, reader } = this.#options;
    const { agentRef, actionId, onBehalfOf, clock } = asked;
    if (agentRef === undefined || actionId === undefined) {
      throw new InputError(
        `'${
          agentRef === undefined ? 'agentRef' : 'actionId'
        }' is required where there is no 'decisionId'`,
      );
    }
    const request = {
      action: actionId,
      target: asked.targetRef,
      environment: asked.environment,
      input: asked.input ?? {},
      ...(onBehalfOf !== undefined && { onBehalfOf }),
    };
    const { targetRef } = reader.readPlace(request);
    await view.assertSees(
      { agentRef, targetRef },
      `There is no agent '${agentRef}' and entity '${targetRef}' that you may both read`,
    );
    await assertReadable(onBehalfOf, view);

    const asking = await foresight.asking(agentRef);
    if (isInTheWay(asking)) {
      throw turnedAway(asking);
    }
    const caller: AgentCaller = {
      kind: 'agent',
      ref: agentRef,
      credentials: asking.credentials,
    };
    const read = await asTheAgent(() => reader.read(request, caller));
    return {
      asking,
      basis: {
        subject: {
          ...subjectOf(read),
          willQuote: asked.quotesContext ?? read.action.quotesContext,
          ...clock,
        },
      },
      overrides: [],
      gatheredAt: read.at.toISOString(),
      factsOfThen: clock.at ? ['conditions.freeze', 'subject.delegation'] : [],
    };
  }
}

/** Whom they may not read does not exist for them, as whom nobody can read. */
async function assertReadable(
  onBehalfOf: string | undefined,
  view: SimulationView,
): Promise<void> {
  if (onBehalfOf && (await view.hiddenOf([onBehalfOf])).size > 0) {
    throw new InputError(
      `'onBehalfOf' must be a person who is in the catalog, and there is no '${onBehalfOf}'`,
    );
  }
}
