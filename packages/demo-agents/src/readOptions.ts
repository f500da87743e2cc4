import { resolve } from 'node:path';
import { ConnectOptions } from './agents/connectAgent';

type Environment = Record<string, string | undefined>;

/** Where the portal is and where the keys are; see the README for each variable. */
export function readConnectOptions(env: Environment): ConnectOptions {
  return {
    portalUrl: env.PORTAL_URL ?? 'http://localhost:7007',
    keys: resolve(env.DEMO_AGENTS_KEYS ?? '.data/agent-keys'),
    audience: env.DEMO_AGENTS_AUDIENCE,
  };
}

/** How busy the fleet is. */
export function readPace(env: Environment) {
  return {
    burst: readNumber(env, 'DEMO_AGENTS_BURST', 24),
    pauseMs: 1000 * readNumber(env, 'DEMO_AGENTS_PAUSE_SECONDS', 25),
    limit: readNumber(env, 'DEMO_AGENTS_REQUESTS', 2000),
  };
}

function readNumber(env: Environment, name: string, fallback: number): number {
  const value = Number(env[name] ?? fallback);
  if (!Number.isInteger(value) || value < 0) {
    throw new Error(`${name} must be a whole number, but is '${env[name]}'`);
  }
  return value;
}
