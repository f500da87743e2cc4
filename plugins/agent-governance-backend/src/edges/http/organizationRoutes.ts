import { OrganizationService } from '../../service/types';
import { PEOPLE } from './admit';
import { createRoute, Route } from './Route';

/** What policies are judged by, to take away. */
export function organizationRoutes(services: {
  organization: OrganizationService;
}): Route[] {
  const { organization } = services;
  return [
    createRoute({
      operation: 'exportOrganization',
      method: 'get',
      path: '/v1/organization',
      admits: PEOPLE,
      audit: { eventId: 'organization-export', severityLevel: 'medium' },
      status: 200,
      handle: ({ query, caller }) =>
        organization.export(query ?? {}, { caller }),
    }),
  ];
}
