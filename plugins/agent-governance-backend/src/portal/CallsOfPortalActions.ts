import {
  ActionCall,
  ActionCallInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { AgentCaller } from '../service/Caller';
import { ActionCallService } from '../service/types';
import { PortalActions } from './PortalActions';

/** Looks once more among the plugins for an action that nobody knows, since plugins start in any order. */
export class CallsOfPortalActions implements ActionCallService {
  readonly #inner: ActionCallService;
  readonly #portalActions: Pick<PortalActions, 'lookFor'>;

  static create(options: {
    actionCalls: ActionCallService;
    portalActions: Pick<PortalActions, 'lookFor'>;
  }) {
    return new CallsOfPortalActions(options);
  }

  private constructor(options: {
    actionCalls: ActionCallService;
    portalActions: Pick<PortalActions, 'lookFor'>;
  }) {
    this.#inner = options.actionCalls;
    this.#portalActions = options.portalActions;
  }

  async call(
    input: ActionCallInput,
    options: { caller: AgentCaller; signal?: AbortSignal },
  ): Promise<ActionCall> {
    await this.#portalActions.lookFor(input.action);
    return this.#inner.call(input, options);
  }
}
