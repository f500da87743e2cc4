import { AuthService } from '@backstage/backend-plugin-api';
import {
  Environment,
  Facts,
  JsonObject,
  ReviewPresentation,
  ReviewPresentationContent,
  canonicalJson,
  sha256Hex,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { AgentStandingService } from '@agentgov/backstage-plugin-agent-governance-node';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { CatalogReader } from '../../facts/CatalogReader';
import { FactsGatherer } from '../../facts/FactsGatherer';
import { ActionRequestStore } from '../../store/ActionRequestStore';
import { ActionRequestRow } from '../../store/rows';
import { ActionRequestService } from '../types';
import { claimsOf } from './claims';
import { changedSince } from './changedSince';
import { findHeld } from './findHeld';
import { heldBefore } from './heldBefore';
import { toActionRequest } from './toActionRequest';

type Changes = ReviewPresentationContent['changedSince'];

const BASIS_GONE: Changes = [
  {
    path: 'basis',
    then: 'as sealed',
    now: 'the agent, the target, the action or the environment is gone',
  },
];
const COULD_NOT_CHECK: Changes = [
  {
    path: 'everything',
    then: 'as sealed',
    now: 'could not be checked just now',
  },
];

interface PresentationDeskOptions {
  auth: AuthService;
  store: ActionRequestStore;
  standing: AgentStandingService;
  actions: ActionRegistry;
  environments: Environment[];
  catalog: CatalogReader;
  facts: FactsGatherer;
  now: () => Date;
}

/**
 * Renders held requests for the people they wait for, and keeps each rendering: a vote quotes
 * its digest, so that it is known for ever what its author looked at (invariant 4).
 */
export class PresentationDesk {
  readonly #options: PresentationDeskOptions;

  static create(options: PresentationDeskOptions) {
    return new PresentationDesk(options);
  }

  private constructor(options: PresentationDeskOptions) {
    this.#options = options;
  }

  async present(
    id: string,
    options: Parameters<ActionRequestService['present']>[1],
  ): Promise<ReviewPresentation> {
    const { caller, redact = async shown => shown } = options;
    const { store, now } = this.#options;
    const { request, hold, facts } = await findHeld(store, id, now());
    const [decisions, reviews] = await Promise.all([
      store.decisions(id),
      store.reviews(id),
    ]);
    const before = heldBefore({ hold, facts, decisions, reviews });
    const content = await redact({
      request: shownOf(request),
      decision: hold,
      facts,
      changedSince: await this.#changes(request, facts),
      ...(before && { heldBefore: before }),
      reviews: reviews
        .filter(review => review.hold_decision_id === hold.id)
        .map(review => ({
          reviewerRef: review.reviewer_ref,
          verdict: review.verdict,
          createdAt: review.created_at,
        })),
    });
    const bytes = canonicalJson(content as unknown as JsonObject);
    const digest = sha256Hex(`agentgov.presentation.v1\0${bytes}`);
    const renderedAt = now().toISOString();
    await store.savePresentation({
      digest,
      request_id: id,
      hold_decision_id: hold.id,
      reviewer_ref: caller.ref,
      bytes,
      rendered_at: renderedAt,
    });
    return {
      requestId: id,
      holdDecisionId: hold.id,
      digest,
      renderedAt,
      content,
    };
  }

  /** What moved since the hold was decided. That this cannot be told is told too. */
  async #changes(request: ActionRequestRow, then: Facts): Promise<Changes> {
    try {
      const current = await this.#factsNow(request);
      return current ? changedSince(then, current) : BASIS_GONE;
    } catch {
      return COULD_NOT_CHECK;
    }
  }

  async #factsNow(request: ActionRequestRow): Promise<Facts | undefined> {
    const { auth, standing, actions, environments, catalog, facts, now } =
      this.#options;
    const [agent, target] = await Promise.all([
      standing.check(request.agent_ref),
      catalog.target({
        targetRef: request.target_ref,
        agentRef: 'plugin:agent-governance',
        credentials: await auth.getOwnServiceCredentials(),
      }),
    ]);
    const action = actions.get(request.action_id);
    const environment = environments.find(
      ({ name }) => name === request.environment,
    );
    if (!agent.stands || !target.value || !action || !environment) {
      return undefined;
    }
    const sealed = await facts.gather(
      {
        agent,
        action,
        target: { value: target.value, readAt: target.readAt },
        environment,
        input: JSON.parse(request.input),
        ...claimsOf(request),
        snapshotId: request.snapshot_id ?? undefined,
        quotedAt: new Date(request.created_at),
        requestId: request.id,
      },
      now(),
    );
    return sealed.facts;
  }
}

function shownOf(row: ActionRequestRow): ReviewPresentationContent['request'] {
  const shown = toActionRequest(row);
  return {
    id: shown.id,
    agentRef: shown.agentRef,
    actionId: shown.actionId,
    actionTitle: shown.actionTitle,
    effectClass: shown.effectClass,
    ...(shown.undo && { undo: shown.undo }),
    targetRef: shown.targetRef,
    environment: shown.environment,
    ...(shown.purpose && { purpose: shown.purpose }),
    ...(shown.onBehalfOf && { onBehalfOf: shown.onBehalfOf }),
    ...(shown.delegationId && { delegationId: shown.delegationId }),
    ...(shown.runId && { runId: shown.runId }),
    ...(shown.runStep !== undefined && { runStep: shown.runStep }),
    ...(shown.runStartedAt && { runStartedAt: shown.runStartedAt }),
    ...(shown.runStartedBy && { runStartedBy: shown.runStartedBy }),
    input: shown.input,
    actionDigest: shown.actionDigest,
  };
}
