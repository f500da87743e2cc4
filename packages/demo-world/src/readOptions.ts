import { resolve } from 'node:path';
import { DemoWorldOptions } from './createDemoWorld';
import { sendToPortal } from './reporting/sendToPortal';
import { signToPortal } from './reporting/signToPortal';

type Environment = Record<string, string | undefined>;

/** What the environment says; see the README for each variable. */
export function readOptions(
  env: Environment,
): DemoWorldOptions & { port: number } {
  const portalUrl = env.PORTAL_URL ?? 'http://localhost:7007';
  const token = env.DEMO_WORLD_TOKEN;
  const secret = env.DEMO_WORLD_SECRET;
  return {
    port: readNumber(env, 'DEMO_WORLD_PORT', 7008),
    file: resolve(env.DEMO_WORLD_DATA ?? '.data/demo-world.sqlite'),
    reportIntervalMs: 1000 * readNumber(env, 'DEMO_WORLD_REPORT_SECONDS', 600),
    faultsEnabled: env.DEMO_WORLD_FAULTS === '1',
    monitorIntervalMs: 1000 * readNumber(env, 'DEMO_WORLD_MONITOR_SECONDS', 20),
    ...(token && { send: sendToPortal({ portalUrl, token }) }),
    ...(secret && { sendConditions: signToPortal({ portalUrl, secret }) }),
  };
}

function readNumber(env: Environment, name: string, fallback: number): number {
  const value = Number(env[name] ?? fallback);
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(
      `${name} must be a whole number above zero, but is '${env[name]}'`,
    );
  }
  return value;
}
