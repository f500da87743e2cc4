import { LedgerService } from '../../service/types';
import { EVERYBODY } from './admit';
import { createRoute, Route } from './Route';

/** The record, for reading and checking. */
export function ledgerRoutes(services: { ledger: LedgerService }): Route[] {
  const { ledger } = services;
  return [
    createRoute({
      operation: 'listLedgerEntries',
      method: 'get',
      path: '/v1/ledger/entries',
      admits: EVERYBODY,
      audit: { eventId: 'ledger-list', severityLevel: 'medium' },
      status: 200,
      handle: ({ query, caller }) => ledger.list(query, { caller }),
    }),
    createRoute({
      operation: 'verifyLedger',
      method: 'get',
      path: '/v1/ledger/verification',
      admits: EVERYBODY,
      audit: { eventId: 'ledger-verify', severityLevel: 'medium' },
      status: 200,
      handle: ({ query, caller }) => ledger.verify(query, { caller }),
    }),
  ];
}
