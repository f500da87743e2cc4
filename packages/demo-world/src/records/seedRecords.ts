/** A fact this world keeps about an entity of the portal's catalog. */
export interface SeedRecord {
  entity: string;
  factType: string;
  value: object | string;
  /** How many days ago somebody last looked; absent when this world looks all the time. */
  observedDaysAgo?: number;
}

const runbooks = [
  'payments-api',
  'checkout-web',
  'orders-api',
  'edge-proxy',
  'status-page',
];

/** What was known on the first day. */
export const seedRecords: SeedRecord[] = [
  {
    entity: 'resource:default/northwind-desk',
    factType: 'partner-template',
    value: {
      name: 'Lost parcel',
      version: 4,
      text: 'Dear Northwind team, parcel {parcel} of order {order} is overdue. Please trace it.',
    },
    observedDaysAgo: 95,
  },
  {
    entity: 'resource:default/customer-events',
    factType: 'data-class',
    value: 'internal',
  },
  {
    entity: 'resource:default/order-facts',
    factType: 'data-class',
    value: 'internal',
  },
  ...runbooks.map(service => ({
    entity: `component:default/${service}`,
    factType: 'runbook',
    value: {
      name: `Fail over ${service}`,
      steps: ['drain', 'switch', 'verify'],
    },
    observedDaysAgo: 12,
  })),
];
