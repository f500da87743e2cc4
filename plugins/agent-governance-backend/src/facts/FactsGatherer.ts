import { createHash } from 'node:crypto';
import { Entity } from '@backstage/catalog-model';
import {
  Environment,
  Facts,
  JsonObject,
  ReviewsFactValue,
  canonicalJson,
  known,
  knownNone,
  unknown,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { StandingAgent } from '@agentgov/backstage-plugin-agent-governance-node';
import { RegisteredAction } from '../actions/ActionRegistry';
import { CatalogReader } from './CatalogReader';
import { Fresh } from './FreshCache';
import {
  ConditionReader,
  ContextSource,
  DelegationSource,
  FreezeSource,
  HistorySource,
  StopSource,
} from './sources';
import {
  FactSettings,
  agentFacts,
  targetFacts,
  topologyFacts,
} from './catalogFacts';
import { RunClaim, runFacts, subjectFacts } from './claimFacts';
import { conditionFacts } from './conditionFacts';
import { actionFacts, environmentFacts } from './configuredFacts';
import { contextFacts } from './contextFacts';
import { fromSource } from './fromSource';
import { FACTS_DOMAIN } from './factsDomain';
import { historyFacts } from './historyFacts';
import { timeFacts } from './timeFacts';

/** What a decision is to be made about. */
export interface Subject {
  agent: StandingAgent;
  action: RegisteredAction;
  target: Fresh<Entity>;
  environment: Environment;
  /** Absent where nothing was asked yet: what it would be is unknown. */
  input?: JsonObject;
  /** A person's full entity ref, as the agent says. */
  onBehalfOf?: string;
  /** The delegation it is done under. */
  delegationId?: string;
  run?: RunClaim;
  snapshotId?: string;
  /** Nothing was asked yet: takes for granted that the agent will quote what holds. */
  willQuote?: boolean;
  /** When the agent quoted it: a snapshot that was good then does not expire while people decide. */
  quotedAt?: Date;
  /** The request that is decided again; its own past does not count against it. */
  requestId?: string;
  /** The approvals it has by now. */
  reviews?: ReviewsFactValue;
  /** When it is asked, where that is not now: what the clock says, what is frozen and what is delegated are of then. */
  at?: Date;
  /** The time zone in which policies are told the time, where it is not the portal's. */
  zone?: string;
}

/** Facts with the bytes they were sealed as. */
export interface SealedFacts {
  facts: Facts;
  /** RFC 8785. */
  bytes: string;
  /** SHA-256 (hex) over the bytes with a domain tag. */
  digest: string;
}

/**
 * Gathers everything a decision may look at, in parallel, once.
 *
 * A source that fails makes its facts unknown, never false, and never fails the others.
 */
export class FactsGatherer {
  readonly #catalog: CatalogReader;
  readonly #freezes: FreezeSource;
  readonly #conditions: ConditionReader;
  readonly #stops: StopSource;
  readonly #context: ContextSource;
  readonly #delegations: DelegationSource;
  readonly #history: HistorySource;
  readonly #settings: FactSettings & { timeZone: string };

  static create(options: {
    catalog: CatalogReader;
    freezes: FreezeSource;
    conditions: ConditionReader;
    stops: StopSource;
    context: ContextSource;
    delegations: DelegationSource;
    history: HistorySource;
    settings: FactSettings & { timeZone: string };
  }) {
    return new FactsGatherer(options);
  }

  private constructor(options: {
    catalog: CatalogReader;
    freezes: FreezeSource;
    conditions: ConditionReader;
    stops: StopSource;
    context: ContextSource;
    delegations: DelegationSource;
    history: HistorySource;
    settings: FactSettings & { timeZone: string };
  }) {
    this.#catalog = options.catalog;
    this.#freezes = options.freezes;
    this.#conditions = options.conditions;
    this.#stops = options.stops;
    this.#context = options.context;
    this.#delegations = options.delegations;
    this.#history = options.history;
    this.#settings = options.settings;
  }

  async gather(subject: Subject, now: Date): Promise<SealedFacts> {
    const { agent, action, environment } = subject;
    const target = subject.target.value;
    const at = now.toISOString();
    const then = subject.at ?? now;
    const agentReadAt = new Date(now.getTime() - agent.ageMs).toISOString();
    const targetReadAt = subject.target.readAt.toISOString();

    const [
      surroundings,
      groups,
      delegation,
      freeze,
      seen,
      stops,
      required,
      quoted,
      history,
    ] = await Promise.all([
      fromSource('catalog', () =>
        this.#catalog.surroundings({ agent: agent.entity, target }),
      ),
      fromSource('catalog', async () =>
        subject.onBehalfOf === undefined
          ? undefined
          : this.#catalog.groupsOf(subject.onBehalfOf),
      ),
      fromSource('delegations', async () =>
        subject.delegationId === undefined
          ? undefined
          : { found: await this.#delegations.get(subject.delegationId) },
      ),
      fromSource('freezes', () =>
        this.#freezes.inForce({
          agentRef: agent.agentRef,
          actionId: action.id,
          target,
          environment: environment.name,
          now: then,
          knownAt: now,
        }),
      ),
      fromSource('conditions', () =>
        this.#conditions.over({
          target,
          environment: environment.name,
          exceptRequestId: subject.requestId,
          now,
        }),
      ),
      fromSource('stops', () =>
        this.#stops.inForce({
          agentRef: agent.agentRef,
          actionId: action.id,
          target,
        }),
      ),
      fromSource('context', () =>
        this.#context.measure({
          target,
          factTypes: action.requiresContext,
          now,
        }),
      ),
      fromSource('context', async () =>
        subject.willQuote
          ? { result: 'matches' as const }
          : this.#context.compareQuoted({
              agentRef: agent.agentRef,
              target,
              snapshotId: subject.snapshotId,
              quotedAt: subject.quotedAt,
              now,
            }),
      ),
      fromSource('history', () =>
        this.#history.of({
          agentRef: agent.agentRef,
          actionId: action.id,
          targetRef: targetFacts.refOf(target),
          runId: subject.run?.id,
          exceptRequestId: subject.requestId,
          now,
        }),
      ),
    ]);

    const facts: Facts = {
      schemaVersion: 1,
      agent: agentFacts(agent, agentReadAt),
      action: actionFacts(action),
      subject: subjectFacts(
        { onBehalfOf: subject.onBehalfOf, agentRef: agent.agentRef },
        groups,
        delegation,
        then,
      ),
      input: subject.input
        ? known(subject.input, 'request')
        : unknown('request', 'Nothing was asked yet'),
      target: targetFacts.of(
        target,
        targetReadAt,
        surroundings,
        this.#settings,
      ),
      topology: topologyFacts(
        agent.entity,
        target,
        surroundings,
        this.#settings,
      ),
      environment: environmentFacts(environment),
      conditions: conditionFacts({ freeze, seen, stops }, at),
      context: contextFacts(required, quoted, at),
      run: runFacts(subject.run, history, at),
      history: historyFacts(history, at),
      reviews: subject.reviews
        ? known(subject.reviews, 'reviews', at)
        : knownNone('reviews', at),
      time: timeFacts(then, subject.zone ?? this.#settings.timeZone),
    };
    return seal(facts);
  }
}

/** Canonicalises and digests facts; from here on they do not change. */
export function seal(facts: Facts): SealedFacts {
  const bytes = canonicalJson(facts);
  const digest = createHash('sha256')
    .update(`${FACTS_DOMAIN}\0${bytes}`)
    .digest('hex');
  return { facts, bytes, digest };
}
