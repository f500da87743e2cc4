export { startPortal } from './startPortal';
export type { Portal, PortalOptions, PortalService } from './types';
