import { Portal } from '../portal';

/** What a story needs to know of the portal that all stories share. */
export type SharedPortal = Pick<Portal, 'url' | 'demoWorldUrl' | 'dataDir'> & {
  /** Where its agents sign in by OAuth. */
  agentIssuer: string;
};

const VARIABLE = 'E2E_PORTAL';

/** Stories run in processes of their own, so they are told through the environment. */
export function publishSharedPortal(portal: SharedPortal): void {
  const { url, demoWorldUrl, dataDir, agentIssuer } = portal;
  process.env[VARIABLE] = JSON.stringify({
    url,
    demoWorldUrl,
    dataDir,
    agentIssuer,
  });
}

/** @throws Error when no portal was started for the stories */
export function readSharedPortal(): SharedPortal {
  const text = process.env[VARIABLE];
  if (!text) {
    throw new Error(
      'No portal runs for the stories: start them with Playwright and its global setup',
    );
  }
  return JSON.parse(text);
}
