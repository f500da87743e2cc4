import { NotFoundError } from '@backstage/errors';
import { Outlook } from '@agentgov/backstage-plugin-agent-governance-common';
import { Caller } from '../Caller';
import { parseRef } from '../input/parseRef';
import { OutlookQuery, OutlookService } from '../types';
import { CallerView, ViewSources } from '../visibility/CallerView';

/**
 * Shows an outlook to those who would see the request it is about: who may read the agent and the target, auditors,
 * and the agent itself. For everybody else one of the two does not exist.
 */
export class AuthorizedOutlookService implements OutlookService {
  readonly #inner: OutlookService;
  readonly #sources: ViewSources;

  static create(options: { outlooks: OutlookService; sources: ViewSources }) {
    return new AuthorizedOutlookService(options);
  }

  private constructor(options: {
    outlooks: OutlookService;
    sources: ViewSources;
  }) {
    this.#inner = options.outlooks;
    this.#sources = options.sources;
  }

  /** @throws NotFoundError for whoever may not read both */
  async get(
    targetRef: string,
    options: OutlookQuery & { caller: Caller },
  ): Promise<Outlook> {
    const { caller } = options;
    const query = { ...options, agent: parseRef(options.agent, 'agent') };
    const view = CallerView.create({
      sources: this.#sources,
      caller,
      operation: 'outlook-get',
    });
    const id = 'outlook';
    const seen = await view.see([{ id, agentRef: query.agent, targetRef }]);
    const seenAs = seen.get(id);
    if (seenAs === undefined || seenAs === 'owner') {
      throw new NotFoundError(
        `There is no agent '${query.agent}' and entity '${targetRef}' that you may both read`,
      );
    }
    const outlook = await this.#inner.get(targetRef, query);
    return seenAs === 'auditor' ? outlook : view.mask(outlook);
  }
}
