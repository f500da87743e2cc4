const components = [
  'checkout-web',
  'edge-proxy',
  'events-pipeline',
  'fraud-check',
  'identity-gateway',
  'mailer',
  'orders-api',
  'payments-api',
  'settlement-worker',
  'status-page',
  'support-desk',
  'warehouse-gateway',
];
const resources = [
  'customer-events',
  'northwind-desk',
  'order-facts',
  'orders-db',
  'payments-db',
];

/** Everything the monitoring looks after, as the portal's catalog names it. */
export const watchedEntities: string[] = [
  ...components.map(name => `component:default/${name}`),
  ...resources.map(name => `resource:default/${name}`),
];
