import { Organization } from '../model';

/** Who may speak for what, to take away. @public */
export interface OrganizationApi {
  /**
   * What policies are judged by, as far as the caller may read it.
   *
   * @param options - `entity`: refs of entities whose owners are wanted besides those that policies speak about already;
   *   at most 100
   */
  exportOrganization(options?: { entity?: string[] }): Promise<Organization>;
}
