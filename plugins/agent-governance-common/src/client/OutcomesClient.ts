import { ActionRequest } from '../model';
import { DelegationsClient } from './DelegationsClient';
import { OutcomesApi, ReconcileInput, ReportOutcomeInput } from './OutcomesApi';
import { PortalRequests } from './PortalRequests';

/** {@link OutcomesApi} over HTTP. @public */
export class OutcomesClient extends DelegationsClient implements OutcomesApi {
  readonly #portal: PortalRequests;

  protected constructor(portal: PortalRequests) {
    super(portal);
    this.#portal = portal;
  }

  reportOutcome(id: string, input: ReportOutcomeInput): Promise<ActionRequest> {
    return this.#portal.request('POST', `${requestPath(id)}/outcome`, {
      body: input,
    });
  }

  reconcileActionRequest(
    id: string,
    input: ReconcileInput,
  ): Promise<ActionRequest> {
    return this.#portal.request('POST', `${requestPath(id)}/reconcile`, {
      body: input,
    });
  }
}

function requestPath(id: string): string {
  return `/v1/action-requests/${encodeURIComponent(id)}`;
}
