import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import { deploy, nextVersion } from '../agents/deployBot';
import { query } from '../agents/insightBot';
import { runRunbook } from '../agents/runbookBot';
import { escalate } from '../agents/triageBot';
import { Fleet } from './Fleet';

/** One thing an agent does on an ordinary day; undefined when there is nothing to do. */
export type Routine = (fleet: Fleet) => Promise<ActionRequest | undefined>;

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

function deployTo(environment: string, service: string): Routine {
  return async fleet => {
    const agent = fleet['deploy-bot'];
    const version = await nextVersion(agent, service);
    return deploy(agent, { service, version, environment });
  };
}

function askDataset(dataset: string, question: string): Routine {
  return async fleet => {
    const agent = fleet['insight-bot'];
    const context = await agent.portal.getContext(
      `resource:default/${dataset}`,
    );
    const dataClass = context.facts.find(f => f.factType === 'data-class');
    // It was told to leave everything else alone.
    return dataClass?.value === 'internal'
      ? query(
          agent,
          { dataset, question, environment: 'production' },
          { contextSnapshot: context.id },
        )
      : undefined;
  };
}

function rehearse(service: string): Routine {
  return fleet =>
    runRunbook(fleet['runbook-bot'], {
      service,
      reason: 'Weekly rehearsal',
      environment: 'staging',
    });
}

function practiseEscalation(ticket: string): Routine {
  return fleet =>
    escalate(fleet['triage-bot'], {
      partner: 'northwind-desk',
      ticket,
      message: 'A parcel that was never sent, to see that the desk answers.',
      environment: 'staging',
    });
}

/** What the fleet goes round and round with. No person is asked about any of it. */
export const routines: Routine[] = SERVICES.flatMap((service, index) => [
  deployTo('staging', service),
  askDataset('order-facts', QUESTIONS[index % QUESTIONS.length]),
  rehearse(index % 2 ? 'status-page' : 'edge-proxy'),
  deployTo('production', service),
  askDataset('customer-events', QUESTIONS[(index + 1) % QUESTIONS.length]),
  practiseEscalation(`PRACTICE-${index + 1}`),
]);
