import { ActionRequest, GovernedAgent } from '@agentgov/agent-sdk';
import { Gateway } from '../gateway';
import { ask, AskExtras } from './ask';

const PURPOSE = 'A standing question of the business';

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
    purpose: PURPOSE,
    ...extras,
  });
}

/** The same over MCP, where the agent stays on the line: what it is answered is what came of it. */
export async function queryOverMcp(
  agent: GovernedAgent,
  gateway: Gateway,
  what: { dataset: string; question: string; environment: string },
  extras: { run?: string; contextSnapshot?: string } = {},
): Promise<ActionRequest> {
  const { dataset, question, environment } = what;
  const id = await gateway.call(
    'warehouse.query',
    { target: `resource:default/${dataset}`, environment, question },
    { purpose: PURPOSE, ...extras },
  );
  return agent.get(id);
}
