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

/** A source of incidents; that there are none is known once it has reported. */
export const pager: JsonObject = {
  id: 'pager',
  type: 'generic',
  kind: 'incident',
  secrets: [SECRET],
  quietAfter: 'never',
};

/** Reports, as the {@link probe}, that these entities are well in every environment. */
export async function reportHealthy(
  portal: TestPortal,
  ...entityRefs: string[]
): Promise<void> {
  await report(
    portal,
    'probe',
    entityRefs.map(entityRef => ({
      key: entityRef,
      entityRef,
      status: 'healthy',
    })),
  );
}

/** Reports, as the {@link pager}, what is the matter; with nothing, that it is there. */
export async function reportIncidents(
  portal: TestPortal,
  ...incidents: Array<{
    key: string;
    entityRef: string;
    status: 'open' | 'resolved';
    title: string;
  }>
): Promise<void> {
  await report(portal, 'pager', incidents);
}

async function report(
  portal: TestPortal,
  source: string,
  reports: object[],
): Promise<void> {
  const observedAt = new Date(Date.now() - 1_000).toISOString();
  const text = JSON.stringify({
    reports: reports.map(each => ({ ...each, observedAt })),
  });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', SECRET)
    .update(`${timestamp}.${text}`)
    .digest('hex');
  const { status, body } = await portal.deliver(source, text, {
    'X-Agent-Governance-Timestamp': timestamp,
    'X-Agent-Governance-Signature': `v1=${signature}`,
  });
  if (status >= 300) {
    throw new Error(
      `The report was answered ${status}: ${JSON.stringify(body)}`,
    );
  }
}
