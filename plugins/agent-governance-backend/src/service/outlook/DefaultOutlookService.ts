import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  Environment,
  Outlook,
  OutlookVerdict,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AgentStandingService,
  StandingAgent,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { ActionRegistry, RegisteredAction } from '../../actions/ActionRegistry';
import { DecisionMaker } from '../../decision/DecisionMaker';
import { CatalogReader } from '../../facts/CatalogReader';
import { Fresh } from '../../facts/FreshCache';
import { AgentTokens } from '../requests/AgentTokens';
import { OutlookQuery, OutlookService } from '../types';

interface OutlookOptions {
  standing: AgentStandingService;
  actions: ActionRegistry;
  environments: Environment[];
  catalog: CatalogReader;
  decisions: DecisionMaker;
  tokens: AgentTokens;
  now: () => Date;
}

/** What is found out once for all verdicts of an outlook. */
interface Basis {
  agent: StandingAgent;
  target: Fresh<Entity>;
  credentials: BackstageCredentials;
}

/** Foresees what an agent may do to an entity, deciding exactly as if it had asked. */
export class DefaultOutlookService implements OutlookService {
  readonly #options: OutlookOptions;

  static create(options: OutlookOptions) {
    return new DefaultOutlookService(options);
  }

  private constructor(options: OutlookOptions) {
    this.#options = options;
  }

  async get(targetRef: string, query: OutlookQuery): Promise<Outlook> {
    const { now } = this.#options;
    const actions = this.#actionsFor(targetRef, query.action);
    const environments = this.#environments(query.environment);
    const basis = await this.#basis(targetRef, query.agent);
    const at = now();
    const withUnblock =
      query.action !== undefined && query.environment !== undefined;

    const foreseen: Outlook['actions'] = [];
    for (const action of actions) {
      const verdicts = await Promise.all(
        environments.map(async environment => ({
          environment: environment.name,
          ...('because' in basis
            ? basis
            : await this.#options.decisions.foresee(
                { ...basis, action, environment, willQuote: true },
                { credentials: basis.credentials, now: at, withUnblock },
              )),
        })),
      );
      foreseen.push({
        actionId: action.id,
        actionTitle: action.title,
        effectClass: action.effectClass,
        verdicts,
      });
    }
    return {
      agentRef: query.agent,
      targetRef,
      decidedAt: at.toISOString(),
      environments: environments.map(({ name }) => name),
      actions: foreseen,
    };
  }

  #actionsFor(targetRef: string, id: string | undefined): RegisteredAction[] {
    const kind = parseEntityRef(targetRef).kind.toLocaleLowerCase('en-US');
    const all = this.#options.actions
      .list()
      .filter(action => action.targetKinds.includes(kind));
    if (id === undefined) {
      return all;
    }
    const asked = all.filter(action => action.id === id);
    if (asked.length === 0) {
      throw new InputError(
        `'action' must be one that is for a ${kind}, and '${id}' is none`,
      );
    }
    return asked;
  }

  #environments(name: string | undefined): Environment[] {
    const all = [...this.#options.environments].sort((a, b) => a.rank - b.rank);
    const asked = name === undefined ? all : all.filter(e => e.name === name);
    if (asked.length === 0) {
      throw new InputError(
        `'environment' must be one of ${all
          .map(environment => environment.name)
          .join(', ')}, and '${name}' is none`,
      );
    }
    return asked;
  }

  /** Where the agent itself, or what it would be asked with, stands in the way, the verdict of everything. */
  async #basis(
    targetRef: string,
    agentRef: string,
  ): Promise<Basis | Omit<OutlookVerdict, 'environment'>> {
    const { standing, tokens, catalog } = this.#options;
    const agent = await standing.check(agentRef);
    if (!agent.stands) {
      return agent.reason === 'could-not-check'
        ? notEvaluated('whether the agent may act could not be checked')
        : refused('denied', `Denied: ${agent.message}.`);
    }
    try {
      const credentials = await tokens.credentialsFor(agent.agentRef);
      const { value, readAt } = await catalog.target({
        targetRef,
        agentRef: agent.agentRef,
        credentials,
      });
      return value
        ? { agent, credentials, target: { value, readAt } }
        : refused('denied', 'Denied: the agent may not read this entity.');
    } catch {
      return notEvaluated('it could not be asked as the agent');
    }
  }
}

function notEvaluated(what: string) {
  return refused('could-not-evaluate', `Could not evaluate: ${what} just now.`);
}

function refused(
  reason: 'denied' | 'could-not-evaluate',
  because: string,
): Omit<OutlookVerdict, 'environment'> {
  return { verdict: 'deny', reason, because, unblock: [] };
}
