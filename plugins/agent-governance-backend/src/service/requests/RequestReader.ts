import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  CreateActionRequestInput,
  Environment,
  JsonObject,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AgentStandingService,
  StandingAgent,
  toStandingError,
} from '@agentgov/backstage-plugin-agent-governance-node';
import {
  ActionRegistry,
  RegisteredAction,
  actsOn,
} from '../../actions/ActionRegistry';
import { actionDigest } from '../../decision/actionDigest';
import { CatalogReader } from '../../facts/CatalogReader';
import { Fresh } from '../../facts/FreshCache';
import { DelegationStore } from '../../store/DelegationStore';
import { AgentCaller } from '../Caller';
import { RequestClaims, understandClaims } from './claims';
import { uidOf } from './uidOf';

/** What an agent asks for; target and environment may be left out where the action says them. */
export type Asked = Omit<CreateActionRequestInput, 'target' | 'environment'> & {
  target?: string;
  environment?: string;
};

/** A request whose every word is understood: nothing of it is decided yet. */
export interface ReadRequest {
  asked: Asked;
  agent: StandingAgent;
  action: RegisteredAction;
  environment: Environment;
  targetRef: string;
  target: Fresh<Entity>;
  /** Valid, with defaults filled in. */
  input: JsonObject;
  /** The same, canonical. */
  inputBytes: string;
  claims: RequestClaims;
  /** Of everything that is asked; see {@link actionDigest}. */
  digest: string;
  /** When it came in. */
  at: Date;
}

/** What would be touched, and with what: all of it that does not depend on who asks. */
export interface ReadPlace {
  action: RegisteredAction;
  /** Valid, with defaults filled in. */
  input: JsonObject;
  /** The same, canonical. */
  inputBytes: string;
  targetRef: string;
  environment: Environment;
}

/** Says whether an agent may quote a snapshot of a target. */
export interface QuotableSnapshots {
  /** @throws NotFoundError for a snapshot that does not exist, or is another's. */
  assertQuotable(options: {
    agentRef: string;
    targetRef: string;
    snapshotId: string;
  }): Promise<void>;
}

interface RequestReaderOptions {
  standing: AgentStandingService;
  actions: ActionRegistry;
  environments: Environment[];
  catalog: CatalogReader;
  snapshots: QuotableSnapshots;
  delegations: Pick<DelegationStore, 'get'>;
  limits: { inputBytes: number };
  now: () => Date;
}

/** Understands what an agent asks for, whichever door it came by, or says what is wrong with it. */
export class RequestReader {
  readonly #options: RequestReaderOptions;

  static create(options: RequestReaderOptions) {
    return new RequestReader(options);
  }

  private constructor(options: RequestReaderOptions) {
    this.#options = options;
  }

  /**
   * @throws InputError naming the field; NotFoundError for a target or snapshot the agent may not read;
   *   AuthenticationError or ServiceUnavailableError for an agent that does not stand
   */
  async read(asked: Asked, caller: AgentCaller): Promise<ReadRequest> {
    const { standing, snapshots, catalog, delegations, now } = this.#options;
    const agentRef = caller.ref;
    const agent = await standing.check(agentRef);
    if (!agent.stands) {
      throw toStandingError(agent);
    }
    const place = this.readPlace(asked);
    const { action, input, inputBytes, targetRef, environment } = place;
    const target = await this.#readTarget(targetRef, action, caller);
    const { contextSnapshot: snapshotId } = asked;
    if (snapshotId) {
      await snapshots.assertQuotable({ agentRef, targetRef, snapshotId });
    }
    const at = now();
    const claims = await understandClaims(asked, {
      isPerson: ref => catalog.isPerson(ref),
      delegations,
      work: {
        agentRef,
        actionId: action.id,
        targetRef,
        environment: environment.name,
      },
      now: at,
    });
    return {
      asked,
      agent,
      action,
      environment,
      targetRef,
      target,
      input,
      inputBytes,
      claims,
      at,
      digest: actionDigest({
        agentRef,
        agentUid: uidOf(agent.entity),
        actionId: action.id,
        definitionDigest: action.definitionDigest,
        targetRef,
        targetUid: uidOf(target.value),
        environment: environment.name,
        input,
        onBehalfOf: claims.onBehalfOf,
        delegationId: claims.delegationId,
        snapshotId,
      }),
    };
  }

  /**
   * Understands what would be touched, before anything is found out about it.
   *
   * @throws InputError naming the field
   */
  readPlace(asked: Asked): ReadPlace {
    const action = this.#actionOf(asked);
    const { input, inputBytes } = this.readInput(action, asked.input);
    return {
      action,
      input,
      inputBytes,
      ...this.#placeOf(action, asked, input),
    };
  }

  /** @throws InputError naming every path that does not fit the action's schema */
  readInput(
    action: RegisteredAction,
    asked: JsonObject,
  ): Pick<ReadPlace, 'input' | 'inputBytes'> {
    const { actions, limits } = this.#options;
    const input = actions.parseInput(action, asked);
    const inputBytes = canonicalJson(input);
    if (Buffer.byteLength(inputBytes) > limits.inputBytes) {
      throw new InputError(
        `'input' is larger than ${limits.inputBytes} bytes, which is the most an action request may carry`,
      );
    }
    return { input, inputBytes };
  }

  #actionOf(asked: Asked): RegisteredAction {
    const action = this.#options.actions.get(asked.action);
    if (!action) {
      throw new InputError(
        `Unknown action '${asked.action}': GET /v1/actions lists those you may ask for`,
      );
    }
    return action;
  }

  /** What is touched follows from the action where it says so; then nobody may name anything else. */
  #placeOf(action: RegisteredAction, asked: Asked, input: JsonObject) {
    const derived = action.resolve?.(input);
    const said = (
      field: 'target' | 'environment',
      canonical = asked[field],
    ) => {
      if (derived && canonical !== undefined && canonical !== derived[field]) {
        throw new InputError(
          `'${field}' of action '${action.id}' follows from its input and is '${derived[field]}'; leave it out`,
        );
      }
      const value = derived?.[field] ?? canonical;
      if (value === undefined) {
        throw new InputError(`'${field}' is required for '${action.id}'`);
      }
      return value;
    };
    const targetRef = said(
      'target',
      asked.target === undefined ? undefined : canonicalRef(asked.target),
    );
    return {
      targetRef: canonicalRef(targetRef),
      environment: this.#environmentOf(said('environment')),
    };
  }

  #environmentOf(asked: string): Environment {
    const { environments } = this.#options;
    const environment = environments.find(({ name }) => name === asked);
    if (!environment) {
      throw new InputError(
        `Unknown environment '${asked}': it must be one of ${environments
          .map(({ name }) => name)
          .join(', ')}`,
      );
    }
    return environment;
  }

  async #readTarget(
    targetRef: string,
    action: RegisteredAction,
    caller: { ref: string; credentials: BackstageCredentials },
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
    if (!actsOn(action, value.kind)) {
      throw new InputError(
        `Action '${action.id}' acts on ${action.targetKinds.join(
          ', ',
        )}, and '${targetRef}' is a ${value.kind.toLocaleLowerCase('en-US')}`,
      );
    }
    return { value, readAt };
  }
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
