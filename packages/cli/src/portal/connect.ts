import { Option } from 'commander';
import { AgentGovernanceClient } from '@agentgov/backstage-plugin-agent-governance-common';
import { InputProblem } from '../InputProblem';
import { Surroundings } from '../Surroundings';

/** Which portal, and as whom. */
export interface PortalOptions {
  portal: string;
  tokenEnv: string;
}

/** The options of every command that asks a portal. A token is never an argument: those are seen by everybody. */
export const PORTAL_OPTIONS = {
  portal: () =>
    new Option(
      '--portal <url>',
      'the portal’s backend, such as https://portal.example.com',
    ).makeOptionMandatory(),
  tokenEnv: () =>
    new Option(
      '--token-env <name>',
      'the environment variable that holds a person’s token',
    ).default('AGENTGOV_TOKEN'),
};

/**
 * A client of the portal, as whoever the token stands for.
 *
 * @throws InputProblem when there is no token, or the URL is none
 */
export function connect(
  { portal, tokenEnv }: PortalOptions,
  { env, err, fetch }: Surroundings,
): AgentGovernanceClient {
  const url = parseUrl(portal);
  const token = env[tokenEnv]?.trim();
  if (!token) {
    throw new InputProblem(
      `There is no token in the environment variable ${tokenEnv}; name another one with --token-env.`,
    );
  }
  if (url.protocol === 'http:' && !isHere(url)) {
    err(
      `${url.origin} is not encrypted: whoever is on the way can read the token.\n`,
    );
  }
  return new AgentGovernanceClient({
    baseUrl: `${url.href.replace(/\/+$/, '')}/api/agent-governance`,
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('Authorization', `Bearer ${token}`);
      // elsewhere the token is nobody's business
      return fetch(input, { ...init, headers, redirect: 'error' });
    },
  });
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new InputProblem(
      `--portal ${text}: it must be a URL, such as https://portal.example.com`,
    );
  }
  if (url.username || url.password) {
    throw new InputProblem('--portal: a URL with a password in it is refused');
  }
  return url;
}

function isHere({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
