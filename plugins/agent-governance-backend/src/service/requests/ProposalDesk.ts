import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { v7 as uuidv7 } from 'uuid';
import {
  CreateActionRequestInput,
  Environment,
  canonicalJson,
  digestOf,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AgentStandingService,
  StandingAgent,
  toStandingError,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { Decided, DecisionMaker } from '../../decision/DecisionMaker';
import { actionDigest } from '../../decision/actionDigest';
import { ActionRegistry, RegisteredAction } from '../../actions/ActionRegistry';
import { CatalogReader } from '../../facts/CatalogReader';
import { Fresh } from '../../facts/FreshCache';
import { ActionRequestStore } from '../../store/ActionRequestStore';
import { ActionRequestRow } from '../../store/rows';
import { AgentCaller } from '../Caller';
import { canonicalOrRefuse } from '../input/canonicalOrRefuse';
import { understandClaims } from './claims';
import { messagesFor } from './messages';
import { newRequestRow } from './newRequestRow';
import { OpenRequestGate } from './OpenRequestGate';
import { TooManyOpenRequestsError } from './TooManyOpenRequestsError';
import { uidOf } from './uidOf';

/** Says whether an agent may quote a snapshot of a target. */
export interface QuotableSnapshots {
  /** @throws NotFoundError for a snapshot that does not exist, or is another's. */
  assertQuotable(options: {
    agentRef: string;
    targetRef: string;
    snapshotId: string;
  }): Promise<void>;
}

/** Notes in the ledger when an agent is not what it was. */
export interface AgentChanges {
  record(agent: StandingAgent['entity']): Promise<unknown>;
}

interface ProposalDeskOptions {
  standing: AgentStandingService;
  actions: ActionRegistry;
  environments: Environment[];
  catalog: CatalogReader;
  snapshots: QuotableSnapshots;
  agentChanges: AgentChanges;
  decisions: DecisionMaker;
  store: ActionRequestStore;
  limits: { openRequestsPerAgent: number; inputBytes: number };
  now: () => Date;
}

/** Takes requests in: checks what is asked, decides it, and records both in one go. */
export class ProposalDesk {
  readonly #options: ProposalDeskOptions;
  readonly #gate = OpenRequestGate.create();

  static create(options: ProposalDeskOptions) {
    return new ProposalDesk(options);
  }

  private constructor(options: ProposalDeskOptions) {
    this.#options = options;
  }

  async propose(
    asked: CreateActionRequestInput,
    options: { caller: AgentCaller; idempotencyKey: string },
  ): Promise<ActionRequestRow> {
    const entered = this.#gate.enter(options.caller.ref);
    try {
      return await this.#propose(asked, { ...options, ahead: entered.before });
    } finally {
      entered.leave();
    }
  }

  /** @param options - `ahead`: requests of this agent that came in before and are not recorded yet */
  async #propose(
    asked: CreateActionRequestInput,
    options: { caller: AgentCaller; idempotencyKey: string; ahead: number },
  ): Promise<ActionRequestRow> {
    const { store, limits, now } = this.#options;
    const { caller, idempotencyKey } = options;
    const agentRef = caller.ref;
    const bodyDigest = canonicalOrRefuse(() =>
      digestOf('agentgov.request-body.v1', { ...asked }),
    );

    const { earlierId, open } = await store.standingAgainst({
      agentRef,
      idempotencyKey,
    });
    const earlier = earlierId && (await store.get(earlierId));
    if (earlier) {
      return sameRequest(earlier, bodyDigest);
    }
    const agent = await this.#options.standing.check(agentRef);
    if (!agent.stands) {
      throw toStandingError(agent);
    }
    const { action, environment, targetRef } = this.#understand(asked);
    const input = this.#options.actions.parseInput(action, asked.input);
    const inputBytes = canonicalJson(input);
    if (Buffer.byteLength(inputBytes) > limits.inputBytes) {
      throw new InputError(
        `'input' is larger than ${limits.inputBytes} bytes, which is the most an action request may carry`,
      );
    }
    const target = await this.#readTarget(targetRef, action, caller);
    if (asked.contextSnapshot) {
      await this.#options.snapshots.assertQuotable({
        agentRef,
        targetRef,
        snapshotId: asked.contextSnapshot,
      });
    }
    if (open + options.ahead >= limits.openRequestsPerAgent) {
      throw new TooManyOpenRequestsError(limits.openRequestsPerAgent);
    }

    const at = now();
    const claims = await understandClaims(asked, {
      isPerson: ref => this.#options.catalog.isPerson(ref),
      now: at,
    });
    await this.#options.agentChanges.record(agent.entity);
    const id = uuidv7({ msecs: at.getTime() });
    const digest = actionDigest({
      agentRef,
      agentUid: uidOf(agent.entity),
      actionId: action.id,
      definitionDigest: action.definitionDigest,
      targetRef,
      targetUid: uidOf(target.value),
      environment: environment.name,
      input,
      onBehalfOf: claims.onBehalfOf,
      snapshotId: asked.contextSnapshot,
    });
    const decided = await this.#options.decisions.decide(
      {
        agent,
        action,
        target,
        environment,
        input,
        ...claims,
        snapshotId: asked.contextSnapshot,
      },
      {
        requestId: id,
        requestDigest: digest,
        purpose: 'proposal',
        credentials: caller.credentials,
        now: at,
      },
    );
    const row = newRequestRow({
      asked,
      claims,
      agent,
      action,
      environment,
      target: target.value,
      targetRef,
      input: inputBytes,
      idempotencyKey,
      bodyDigest,
      decided,
      now: at,
    });
    return this.#record(row, decided, at);
  }

  async #record(
    row: ActionRequestRow,
    decided: Decided,
    now: Date,
  ): Promise<ActionRequestRow> {
    const { store } = this.#options;
    try {
      await store.insert({
        row,
        record: decided.record,
        messages: messagesFor(row, decided.decision),
        now,
      });
      return row;
    } catch (error) {
      const winner =
        isDatabaseConflictError(error) &&
        (await store.findByKey(row.agent_ref, row.idempotency_key));
      if (winner) {
        return sameRequest(winner, row.body_digest);
      }
      throw error;
    }
  }

  #understand(asked: CreateActionRequestInput) {
    const { actions, environments } = this.#options;
    const action = actions.get(asked.action);
    if (!action) {
      throw new InputError(
        `Unknown action '${asked.action}': GET /v1/actions lists those you may ask for`,
      );
    }
    const environment = environments.find(
      ({ name }) => name === asked.environment,
    );
    if (!environment) {
      throw new InputError(
        `Unknown environment '${
          asked.environment
        }': it must be one of ${environments
          .map(({ name }) => name)
          .join(', ')}`,
      );
    }
    return { action, environment, targetRef: canonicalRef(asked.target) };
  }

  async #readTarget(
    targetRef: string,
    action: RegisteredAction,
    caller: AgentCaller,
  ): Promise<Fresh<Entity>> {
    const { value, readAt } = await this.#options.catalog.target({
      targetRef,
      agentRef: caller.ref,
      credentials: caller.credentials,
    });
    if (!value) {
      throw new NotFoundError(
        `There is no entity '${targetRef}' that you may read`,
      );
    }
    const kind = value.kind.toLocaleLowerCase('en-US');
    if (!action.targetKinds.includes(kind)) {
      throw new InputError(
        `Action '${action.id}' acts on ${action.targetKinds.join(
          ', ',
        )}, and '${targetRef}' is a ${kind}`,
      );
    }
    return { value, readAt };
  }
}

/** The same key asks for the same thing, or is refused. */
function sameRequest(
  row: ActionRequestRow,
  bodyDigest: string,
): ActionRequestRow {
  if (row.body_digest !== bodyDigest) {
    throw new ConflictError(
      `The Idempotency-Key was used before with another body, for action request ${row.id}`,
    );
  }
  return row;
}

function canonicalRef(ref: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    throw new InputError(
      `'target' must be an entity ref such as component:default/payments-api, and '${ref}' is none`,
    );
  }
}
