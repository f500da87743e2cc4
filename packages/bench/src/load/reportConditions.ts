import { stringifyEntityRef } from '@backstage/catalog-model';
import { REPORTER_TOKEN } from '../portal/portalConfig';
import { World } from '../world/createWorld';
import { HttpClient } from './HttpClient';

/** Says of every service that it is well, and that nobody is working on an incident: otherwise neither is known. */
export async function reportConditions(
  client: HttpClient,
  { entities }: World,
): Promise<void> {
  const services = entities.filter(({ kind }) => kind === 'Component');
  await report(client, 'incident', [{ alertname: 'Watchdog' }]);
  await report(
    client,
    'health',
    services.map(service => ({
      alertname: 'Well',
      entity: stringifyEntityRef(service),
      health: 'healthy',
    })),
  );
}

async function report(
  client: HttpClient,
  source: string,
  alerts: Array<Record<string, string>>,
): Promise<void> {
  const startsAt = new Date().toISOString();
  await client.call({
    method: 'POST',
    path: `/api/agent-governance/v1/condition-reports/${source}`,
    token: REPORTER_TOKEN,
    body: {
      version: '4',
      alerts: alerts.map(labels => ({ status: 'firing', labels, startsAt })),
    },
  });
}
