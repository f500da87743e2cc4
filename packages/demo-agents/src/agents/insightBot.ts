import { ActionRequest, GovernedAgent } from '@agentgov/agent-sdk';
import { ask, AskExtras } from './ask';

/** Insight-bot asks a dataset a question. */
export async function query(
  agent: GovernedAgent,
  what: { dataset: string; question: string; environment: string },
  extras: AskExtras = {},
): Promise<ActionRequest> {
  const { dataset, question, environment } = what;
  return ask(agent, {
    action: 'warehouse:query',
    target: `resource:default/${dataset}`,
    environment,
    input: { question },
    purpose: 'A standing question of the business',
    ...extras,
  });
}
