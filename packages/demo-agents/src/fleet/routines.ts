import { ActionRequest, GovernedAgent } from '@agentgov/agent-sdk';
import { deploy, lastDeployed, nextVersion } from '../agents/deployBot';
import { queryOverMcp } from '../agents/insightBot';
import { runRunbook } from '../agents/runbookBot';
import { escalate } from '../agents/triageBot';
import { AgentName, Fleet } from './Fleet';

/** One thing an agent does on an ordinary day. */
export interface Routine {
  agent: AgentName;
  /** Undefined when there was nothing to do. */
  act(agent: GovernedAgent, fleet: Fleet): Promise<ActionRequest | undefined>;
}

const SERVICES = [
  'payments-api',
  'orders-api',
  'checkout-web',
  'fraud-check',
  'settlement-worker',
];
const QUESTIONS = [
  'How many parcels were late last week?',
  'Which category is returned most?',
  'What is the median time from cart to order?',
];

function stage(service: string): Routine {
  const environment = 'staging';
  return {
    agent: 'deploy-bot',
    async act(agent) {
      const last = await lastDeployed(agent, { service, environment });
      const version = nextVersion(last);
      return deploy(agent, { service, version, environment });
    },
  };
}

function promote(service: string): Routine {
  return {
    agent: 'deploy-bot',
    async act(agent) {
      const version = await lastDeployed(agent, {
        service,
        environment: 'staging',
      });
      return version
        ? deploy(agent, { service, version, environment: 'production' })
        : undefined;
    },
  };
}

function askDataset(dataset: string, question: string): Routine {
  return {
    agent: 'insight-bot',
    async act(agent, { gateway }) {
      const context = await agent.context(`resource:default/${dataset}`);
      const dataClass = context.facts.find(f => f.factType === 'data-class');
      // It was told to leave everything else alone.
      return dataClass?.value === 'internal'
        ? queryOverMcp(
            agent,
            gateway,
            { dataset, question, environment: 'production' },
            { contextSnapshot: context.id },
          )
        : undefined;
    },
  };
}

function rehearse(service: string): Routine {
  return {
    agent: 'runbook-bot',
    act: agent =>
      runRunbook(agent, {
        service,
        reason: 'Weekly rehearsal',
        environment: 'staging',
      }),
  };
}

function practiseEscalation(ticket: string): Routine {
  return {
    agent: 'triage-bot',
    act: agent =>
      escalate(agent, {
        partner: 'northwind-desk',
        ticket,
        message: 'A parcel that was never sent, to see that the desk answers.',
        environment: 'staging',
      }),
  };
}

function at<T>(list: T[], index: number): T {
  return list[(index + list.length) % list.length];
}

/** What the fleet goes round and round with. No person is asked about any of it. */
export const routines: Routine[] = SERVICES.flatMap((service, round) => [
  stage(service),
  askDataset('order-facts', at(QUESTIONS, round)),
  rehearse(at(['edge-proxy', 'status-page'], round)),
  promote(at(SERVICES, round - 1)),
  askDataset('customer-events', at(QUESTIONS, round + 1)),
  practiseEscalation(`PRACTICE-${round + 1}`),
]);
