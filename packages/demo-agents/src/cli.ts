import { parseArgs } from 'node:util';
import { ActionRequest, GovernedAgent } from '@agentgov/agent-sdk';
import {
  connectAgent,
  deploy,
  escalate,
  query,
  rollBack,
  runRunbook,
} from './agents';
import { readConnectOptions } from './readOptions';

/* eslint-disable no-console -- prints its answer */

type Command = {
  usage: string[];
  run(agent: GovernedAgent, args: string[]): Promise<ActionRequest>;
};

const commands: Record<string, Command> = {
  'deploy-bot deploy': {
    usage: ['service', 'version', 'environment'],
    run: (agent, [service, version, environment]) =>
      deploy(agent, { service, version, environment }),
  },
  'deploy-bot rollback': {
    usage: ['service', 'environment'],
    run: (agent, [service, environment]) =>
      rollBack(agent, { service, environment }),
  },
  'triage-bot escalate': {
    usage: ['partner', 'ticket', 'environment', 'message'],
    run: (agent, [partner, ticket, environment, message]) =>
      escalate(agent, { partner, ticket, message, environment }),
  },
  'insight-bot query': {
    usage: ['dataset', 'environment', 'question'],
    run: (agent, [dataset, environment, question]) =>
      query(agent, { dataset, question, environment }),
  },
  'runbook-bot run': {
    usage: ['service', 'environment', 'reason'],
    run: (agent, [service, environment, reason]) =>
      runRunbook(agent, { service, reason, environment }),
  },
};

function explainUsage(): string {
  const lines = Object.entries(commands).map(
    ([name, { usage }]) =>
      `  ${name} ${usage.map(argument => `<${argument}>`).join(' ')}`,
  );
  return [
    'Lets one agent ask for one action, and prints what became of it as JSON.',
    ...lines,
    'With --wait <seconds> it waits for people too.',
  ].join('\n');
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { wait: { type: 'string' } },
    allowPositionals: true,
  });
  const [agentName, verb, ...args] = positionals;
  const command = commands[`${agentName} ${verb}`];
  if (!command || args.length !== command.usage.length) {
    throw new Error(explainUsage());
  }
  const agent = await connectAgent(agentName, readConnectOptions(process.env));
  const request = await agent.wait(await command.run(agent, args), {
    seconds: Number(values.wait ?? 10),
    throughHold: values.wait !== undefined,
  });
  console.log(JSON.stringify(request, null, 2));
}

main().catch(error => {
  console.error(error.message);
  process.exit(1);
});
