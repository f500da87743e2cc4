import { NotAllowedError } from '@backstage/errors';
import {
  Coverage,
  ledgerReadPermission,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PersonCaller } from '../Caller';
import { LedgerReaders } from '../visibility/LedgerReaders';
import { CoverageService } from './CoverageService';

/**
 * Shows what is open to those who may read the whole record: platform administrators and auditors, where the ready policy
 * decides. It names tokens and gaps, which are nobody else's to know.
 */
export class AuthorizedCoverageService implements CoverageService {
  readonly #inner: CoverageService;
  readonly #readers: LedgerReaders;

  static create(options: {
    coverage: CoverageService;
    readers: LedgerReaders;
  }) {
    return new AuthorizedCoverageService(options);
  }

  private constructor(options: {
    coverage: CoverageService;
    readers: LedgerReaders;
  }) {
    this.#inner = options.coverage;
    this.#readers = options.readers;
  }

  async get(options: { caller: PersonCaller }): Promise<Coverage> {
    const { caller } = options;
    if (!(await this.#readers.admits(caller, { operation: 'coverage' }))) {
      throw new NotAllowedError(
        `You may not look at coverage: the portal's permission policy does not allow you ${ledgerReadPermission.name}`,
      );
    }
    return this.#inner.get(options);
  }
}
