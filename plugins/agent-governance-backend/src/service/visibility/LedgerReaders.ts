import {
  AuditorService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ledgerReadPermission } from '@agentgov/backstage-plugin-agent-governance-common';
import { Caller } from '../Caller';

/** Who may read everything that was recorded, whoever's it is; and that they did. */
export class LedgerReaders {
  readonly #permissions: PermissionsService;
  readonly #auditor: AuditorService;

  static create(options: {
    permissions: PermissionsService;
    auditor: AuditorService;
  }) {
    return new LedgerReaders(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    auditor: AuditorService;
  }) {
    this.#permissions = options.permissions;
    this.#auditor = options.auditor;
  }

  /**
   * Whether this caller reads as an auditor; noted with the auditor when they do. Only people can: a service's token
   * would be allowed without the policy being asked, and agents see their own.
   *
   * @param reading - what is read, for the note
   */
  async admits(
    caller: Caller,
    reading: { operation: string; stream?: string; requestId?: string },
  ): Promise<boolean> {
    if (caller.kind !== 'person') {
      return false;
    }
    const [decision] = await this.#permissions.authorize(
      [{ permission: ledgerReadPermission }],
      { credentials: caller.credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      return false;
    }
    const event = await this.#auditor.createEvent({
      eventId: 'auditor-read',
      severityLevel: 'medium',
      meta: { reader: caller.ref, ...reading },
    });
    await event.success();
    return true;
  }
}
