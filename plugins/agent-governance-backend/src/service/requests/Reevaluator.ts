import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { Environment } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Approval,
  approvalsCarry,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import {
  AgentStandingService,
  StandingAgent,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { Decided, DecisionMaker } from '../../decision/DecisionMaker';
import { ActionRegistry, RegisteredAction } from '../../actions/ActionRegistry';
import { CatalogReader } from '../../facts/CatalogReader';
import { ActionRequestStore } from '../../store/ActionRequestStore';
import { DelegationStore, whyEnded } from '../../store/DelegationStore';
import { TransitionCause } from '../../store/operations/transitionRequest';
import { ActionRequestRow } from '../../store/rows';
import { AgentTokens } from './AgentTokens';
import { claimsOf } from './claims';
import { HoldReviews, ReviewedHold } from './HoldReviews';
import { PeopleDirectory } from '../types';

/** What deciding a request again came to. */
export type Reevaluation =
  /** As loose as before, or looser: what was allowed or approved may go on. */
  | {
      outcome: 'proceed';
      decided: Decided;
      /** The approvals it may go on by, where the decision is a hold. */
      approvals: Approval[];
      epoch: number;
      target: Entity;
      action: RegisteredAction;
    }
  /** Stricter: people have to look again, with fresh reviews. */
  | { outcome: 'hold'; decided: Decided; epoch: number }
  | { outcome: 'deny'; decided: Decided; epoch: number }
  /** Its basis is gone. */
  | { outcome: 'void'; cause: TransitionCause; because: string }
  /** Could not be evaluated just now; nothing runs, and it may be tried again. */
  | { outcome: 'defer'; because: string };

interface ReevaluatorOptions {
  standing: AgentStandingService;
  tokens: AgentTokens;
  catalog: CatalogReader;
  decisions: DecisionMaker;
  actions: ActionRegistry;
  environments: Environment[];
  people: PeopleDirectory;
  delegations: Pick<DelegationStore, 'get'>;
  store: ActionRequestStore;
}

/**
 * Decides a request again, as its agent, on facts gathered now: after approval, and immediately
 * before the effect (invariant 5). What is compared is verdict and checkpoints, not digests: time
 * passes, so facts differ.
 */
export class Reevaluator {
  readonly #options: ReevaluatorOptions;
  readonly #holds: HoldReviews;

  static create(options: ReevaluatorOptions) {
    return new Reevaluator(options);
  }

  private constructor(options: ReevaluatorOptions) {
    this.#options = options;
    this.#holds = HoldReviews.create(options);
  }

  async reevaluate(
    request: ActionRequestRow,
    options: { purpose: 'review' | 'effect'; now: Date },
  ): Promise<Reevaluation> {
    const { purpose, now } = options;
    const { store, standing } = this.#options;
    // read first: whatever changes from here on is noticed when the outcome is committed
    const epoch = await store.epoch();

    const agent = await standing.check(request.agent_ref);
    if (!agent.stands) {
      return agent.reason === 'could-not-check'
        ? defer('Whether the agent may act could not be checked.')
        : gone('agent-lost-standing', `${agent.message}.`);
    }
    const basis = this.#basisOf(request, agent);
    if ('outcome' in basis) {
      return basis;
    }
    let credentials: BackstageCredentials;
    try {
      credentials = await this.#options.tokens.credentialsFor(agent.agentRef);
    } catch {
      return defer('The agent’s own credentials could not be had.');
    }
    const target = await this.#targetOf(request, credentials);
    if ('outcome' in target) {
      return target;
    }
    const lost =
      (await this.#subjectLost(request)) ??
      (await this.#delegationLost(request, now));
    if (lost) {
      return lost;
    }
    const hold = await this.#holds.of(request);
    const approvals =
      hold && (await this.#holds.approvalsNow(hold, hold.decision.checkpoints));
    if (hold && !approvals) {
      return defer('Who may review could not be found out.');
    }
    const decided = await this.#options.decisions.decide(
      {
        agent,
        action: basis.action,
        target,
        environment: basis.environment,
        input: JSON.parse(request.input),
        ...claimsOf(request),
        snapshotId: request.snapshot_id ?? undefined,
        quotedAt: new Date(request.created_at),
        requestId: request.id,
        ...(hold &&
          approvals && {
            reviews: { holdDecisionId: hold.decision.id, approvals },
          }),
      },
      {
        requestId: request.id,
        requestDigest: request.action_digest,
        purpose,
        credentials,
        now,
      },
    );
    return this.#compare(decided, {
      epoch,
      target: target.value,
      action: basis.action,
      hold,
    });
  }

  #basisOf(
    request: ActionRequestRow,
    agent: StandingAgent,
  ):
    | { action: RegisteredAction; environment: Environment }
    | Extract<Reevaluation, { outcome: 'void' }> {
    if (agent.entity.metadata.uid !== request.agent_uid) {
      return gone('agent-lost-standing', 'The agent is another one by now.');
    }
    const action = this.#options.actions.get(request.action_id);
    if (action?.definitionDigest !== request.definition_digest) {
      return gone('basis-gone', 'The action is defined differently by now.');
    }
    const environment = this.#options.environments.find(
      ({ name }) => name === request.environment,
    );
    if (!environment) {
      return gone('basis-gone', 'The environment no longer exists.');
    }
    return { action: action!, environment };
  }

  async #targetOf(
    request: ActionRequestRow,
    credentials: BackstageCredentials,
  ): Promise<
    | { value: Entity; readAt: Date }
    | Extract<Reevaluation, { outcome: 'void' | 'defer' }>
  > {
    try {
      const target = await this.#options.catalog.target({
        targetRef: request.target_ref,
        agentRef: request.agent_ref,
        credentials,
      });
      if (target.value?.metadata.uid !== request.target_uid) {
        return gone(
          'target-gone',
          'The target no longer exists, or the agent may no longer read it.',
        );
      }
      return { value: target.value!, readAt: target.readAt };
    } catch {
      return defer('The catalog did not answer.');
    }
  }

  async #subjectLost({
    on_behalf_of: person,
  }: ActionRequestRow): Promise<
    Extract<Reevaluation, { outcome: 'void' | 'defer' }> | undefined
  > {
    try {
      return person === null || (await this.#options.catalog.isPerson(person))
        ? undefined
        : gone(
            'basis-gone',
            'The person it is done for is no longer in the catalog.',
          );
    } catch {
      return defer('The catalog did not answer.');
    }
  }

  async #delegationLost(
    { delegation_id: id }: ActionRequestRow,
    now: Date,
  ): Promise<Extract<Reevaluation, { outcome: 'void' }> | undefined> {
    if (id === null) {
      return undefined;
    }
    const delegation = await this.#options.delegations.get(id);
    const because = delegation
      ? whyEnded(delegation, now)
      : 'The delegation it is done under does not exist.';
    return because === undefined
      ? undefined
      : gone('delegation-ended', because);
  }

  async #compare(
    decided: Decided,
    found: {
      epoch: number;
      target: Entity;
      action: RegisteredAction;
      hold: ReviewedHold | undefined;
    },
  ): Promise<Reevaluation> {
    const { decision } = decided;
    const { hold, ...rest } = found;
    if (decision.reason === 'could-not-evaluate') {
      return defer(decision.because);
    }
    if (decision.verdict === 'deny') {
      return { outcome: 'deny', decided, epoch: found.epoch };
    }
    if (decision.verdict === 'allow') {
      return { outcome: 'proceed', decided, approvals: [], ...rest };
    }
    const approvals =
      hold && (await this.#holds.approvalsNow(hold, decision.checkpoints));
    if (!approvals) {
      return hold
        ? defer('Who may review could not be found out.')
        : { outcome: 'hold', decided, epoch: found.epoch };
    }
    return approvalsCarry(hold.decision, decision, approvals)
      ? { outcome: 'proceed', decided, approvals, ...rest }
      : { outcome: 'hold', decided, epoch: found.epoch };
  }
}

function gone(cause: TransitionCause, because: string) {
  return { outcome: 'void', cause, because } as const;
}

function defer(because: string) {
  return {
    outcome: 'defer',
    because: `Could not evaluate: ${because} It is tried again.`,
  } as const;
}
