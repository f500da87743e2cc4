import { SendStatement } from './PortalReporter';

const SOURCE = 'acme-registry';
const TIMEOUT_MS = 10_000;

/** Speaks to the portal as the configured context source, with that service's token. */
export function sendToPortal(options: {
  portalUrl: string;
  token: string;
}): SendStatement {
  const { portalUrl, token } = options;
  return async (statement, signal) => {
    const response = await fetch(
      `${portalUrl}/api/agent-governance/v1/context-reports`,
      {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({ source: SOURCE, facts: [statement] }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      },
    );
    if (response.ok) {
      return 'taken';
    }
    if (response.status === 409) {
      return 'refused';
    }
    // So it answers about an entity that its catalog has not read yet.
    if (response.status === 400) {
      return 'not-yet';
    }
    throw new Error(`the portal answered ${response.status}`);
  };
}
