import { GovernedAgent } from '..';

export async function deploy(portalUrl: string, version: string) {
  const agent = GovernedAgent.create({
    portalUrl,
    agentRef: 'agent:default/deploy-bot',
    key: 'agent.private.json',
  });
  const target = 'component:default/payments-api';
  const seen = await agent.context(target);
  const done = await agent.ask({
    action: 'deployments:deploy',
    target,
    environment: 'production',
    input: { version },
    contextSnapshot: seen.id,
  });
  return done.execution?.output;
}
