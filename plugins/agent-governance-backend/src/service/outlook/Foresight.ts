import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  Environment,
  OutlookVerdict,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AgentStandingService,
  StandingAgent,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { RegisteredAction } from '../../actions/ActionRegistry';
import { DecisionMaker, Foreseen } from '../../decision/DecisionMaker';
import { CatalogReader } from '../../facts/CatalogReader';
import { Fresh } from '../../facts/FreshCache';
import { AgentTokens } from '../requests/AgentTokens';

/** The verdict of everything, where something stands in the way before anything is decided. */
export type InTheWay = Omit<OutlookVerdict, 'environment'>;

/** An agent that may ask, and what it would be asked as. */
export interface AskingAgent {
  agent: StandingAgent;
  credentials: BackstageCredentials;
}

/** Such an agent, in front of something it may read. */
export interface Footing extends AskingAgent {
  target: Fresh<Entity>;
}

/** Finds out what would be decided, exactly as if an agent had asked; each step is done once for all verdicts behind it. */
export class Foresight {
  readonly #options: {
    standing: AgentStandingService;
    catalog: CatalogReader;
    decisions: DecisionMaker;
    tokens: AgentTokens;
  };

  static create(options: {
    standing: AgentStandingService;
    catalog: CatalogReader;
    decisions: DecisionMaker;
    tokens: AgentTokens;
  }) {
    return new Foresight(options);
  }

  private constructor(options: {
    standing: AgentStandingService;
    catalog: CatalogReader;
    decisions: DecisionMaker;
    tokens: AgentTokens;
  }) {
    this.#options = options;
  }

  /** Whether the agent could ask for anything at all. */
  async asking(agentRef: string): Promise<AskingAgent | InTheWay> {
    const { standing, tokens } = this.#options;
    const agent = await standing.check(agentRef);
    if (!agent.stands) {
      return agent.reason === 'could-not-check'
        ? notEvaluated('whether the agent may act could not be checked')
        : refused('denied', `Denied: ${agent.message}.`);
    }
    try {
      const credentials = await tokens.credentialsFor(agent.agentRef);
      return { agent, credentials };
    } catch {
      return notEvaluated('it could not be asked as the agent');
    }
  }

  /** Whether such an agent could ask for anything on one target. */
  async inFrontOf(
    targetRef: string,
    asking: AskingAgent,
  ): Promise<Footing | InTheWay> {
    const { agent, credentials } = asking;
    try {
      const { value, readAt } = await this.#options.catalog.target({
        targetRef,
        agentRef: agent.agentRef,
        credentials,
      });
      return value
        ? { ...asking, target: { value, readAt } }
        : refused('denied', 'Denied: the agent may not read this entity.');
    } catch {
      return notEvaluated('it could not be asked as the agent');
    }
  }

  /** What would be decided about one action in one environment. */
  async decide(
    footing: Footing,
    options: {
      action: RegisteredAction;
      environment: Environment;
      now: Date;
      /** Also finds out what would turn the verdict, which takes many evaluations. */
      withUnblock: boolean;
    },
  ): Promise<Foreseen> {
    const { action, environment, now, withUnblock } = options;
    const { credentials, ...subject } = footing;
    return this.#options.decisions.foresee(
      { ...subject, action, environment, willQuote: true },
      { credentials, now, withUnblock },
    );
  }
}

/** Whether something stands in the way. */
export function isInTheWay(found: object): found is InTheWay {
  return 'because' in found;
}

function notEvaluated(what: string): InTheWay {
  return refused('could-not-evaluate', `Could not evaluate: ${what} just now.`);
}

function refused(
  reason: 'denied' | 'could-not-evaluate',
  because: string,
): InTheWay {
  return { verdict: 'deny', reason, because, unblock: [] };
}
