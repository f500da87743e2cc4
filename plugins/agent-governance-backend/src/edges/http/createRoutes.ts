import {
  ActionRequestService,
  ContextService,
  DirectoryService,
  FreezeService,
  LedgerService,
} from '../../service/types';
import { actionRequestRoutes } from './actionRequestRoutes';
import { contextRoutes } from './contextRoutes';
import { directoryRoutes } from './directoryRoutes';
import { freezeRoutes } from './freezeRoutes';
import { ledgerRoutes } from './ledgerRoutes';
import { reviewRoutes } from './reviewRoutes';
import { Route } from './Route';

export interface RouteServices {
  actionRequests: ActionRequestService;
  context: ContextService;
  directory: DirectoryService;
  freezes: FreezeService;
  ledger: LedgerService;
}

/** Every route of the plugin, one for each operation of the contract. */
export function createRoutes(services: RouteServices): Route[] {
  return [
    ...actionRequestRoutes(services),
    ...reviewRoutes(services),
    ...contextRoutes(services),
    ...freezeRoutes(services),
    ...directoryRoutes(services),
    ...ledgerRoutes(services),
  ];
}
