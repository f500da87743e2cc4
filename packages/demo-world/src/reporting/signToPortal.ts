import { createHmac } from 'node:crypto';
import { SendConditions } from './ConditionReporter';

const TIMEOUT_MS = 10_000;

/** Speaks to the portal as its configured sources of conditions, signing each delivery with their secret. */
export function signToPortal(options: {
  portalUrl: string;
  secret: string;
}): SendConditions {
  const { portalUrl, secret } = options;
  return async (source, reports, signal) => {
    const body = JSON.stringify({ reports });
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac('sha256', secret)
      .update(`${timestamp}.${body}`)
      .digest('hex');
    const response = await fetch(
      `${portalUrl}/api/agent-governance/v1/condition-reports/${source}`,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Agent-Governance-Timestamp': timestamp,
          'X-Agent-Governance-Signature': `v1=${signature}`,
        },
        body,
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      },
    );
    // The very same was said within this second already.
    if (!response.ok && response.status !== 409) {
      throw new Error(`the portal answered ${response.status}`);
    }
  };
}
