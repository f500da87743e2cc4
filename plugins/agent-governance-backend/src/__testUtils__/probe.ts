import { createHmac } from 'node:crypto';
import { JsonObject } from '@backstage/types';
import { TestPortal } from './TestPortal';

const SECRET = 'the secret of the probe';

/** A source of health, for `agentGovernance.conditions.sources`. */
export const probe: JsonObject = {
  id: 'probe',
  type: 'generic',
  kind: 'health',
  secrets: [SECRET],
  ttl: 'PT1H',
  quietAfter: 'never',
};

/** Reports, as the {@link probe}, that these entities are well in every environment. */
export async function reportHealthy(
  portal: TestPortal,
  ...entityRefs: string[]
): Promise<void> {
  const text = JSON.stringify({
    reports: entityRefs.map(entityRef => ({
      key: entityRef,
      entityRef,
      status: 'healthy',
      observedAt: new Date(Date.now() - 1_000).toISOString(),
    })),
  });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', SECRET)
    .update(`${timestamp}.${text}`)
    .digest('hex');
  const { status, body } = await portal.deliver('probe', text, {
    'X-Agent-Governance-Timestamp': timestamp,
    'X-Agent-Governance-Signature': `v1=${signature}`,
  });
  if (status >= 300) {
    throw new Error(
      `The report was answered ${status}: ${JSON.stringify(body)}`,
    );
  }
}
