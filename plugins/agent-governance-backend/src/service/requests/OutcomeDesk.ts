import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  ReconcileInput,
  ReportOutcomeInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { illegalTransition } from '../../lifecycle/illegalTransition';
import { isLegalTransition } from '../../lifecycle/transitions';
import { ActionRequestStore } from '../../store/ActionRequestStore';
import { ActionRequestRow } from '../../store/rows';
import { PersonCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { parsePlainText } from '../input/parsePlainText';
import { noSuchRequest } from './noSuchRequest';
import { OutcomeAuthority } from './OutcomeAuthority';
import { isSameReport, readReport } from './readReport';

const MAX_COMMENT = 2_000;
/** How often an agent may change what it says of one request. */
const MAX_REPORTS = 10;

interface OutcomeDeskOptions {
  store: ActionRequestStore;
  authority: OutcomeAuthority;
  notifier: ChangeNotifier;
  now: () => Date;
}

/** Outcomes nobody could tell: agents say what they saw, people find out. */
export class OutcomeDesk {
  readonly #options: OutcomeDeskOptions;

  static create(options: OutcomeDeskOptions) {
    return new OutcomeDesk(options);
  }

  private constructor(options: OutcomeDeskOptions) {
    this.#options = options;
  }

  /** Records what an agent says it saw. Said again, it is there already, whatever became of the request since. */
  async report(id: string, input: ReportOutcomeInput): Promise<void> {
    const { store, notifier, now } = this.#options;
    const report = readReport(input);
    // each turn that somebody else was first in is one report more, and those are counted
    for (;;) {
      const request = await this.#find(id);
      const execution = (await store.executions([id])).get(id);
      if (isSameReport(report, execution)) {
        return;
      }
      assertReportable(request);
      const number = (execution?.report_number ?? 0) + 1;
      if (number > MAX_REPORTS) {
        throw new ConflictError(
          `Action request ${id} was reported on ${MAX_REPORTS} times; what was said last stays`,
        );
      }
      if (await store.reportOutcome({ request, report, number, now: now() })) {
        notifier.changed();
        return;
      }
    }
  }

  /** Ends a request of unknown outcome as what a person found out, of whatever they looked at. */
  async reconcile(
    id: string,
    input: ReconcileInput,
    caller: PersonCaller,
  ): Promise<void> {
    const { store, authority, notifier, now } = this.#options;
    const comment = parsePlainText(input.comment, {
      field: 'comment',
      min: 1,
      max: MAX_COMMENT,
    });
    const request = await this.#find(id);
    if (!isLegalTransition(request.state, 'reconciled')) {
      throw illegalTransition(id, request.state, 'reconciled');
    }
    const standing = await authority.standingOf(caller.ref, request);
    if (!standing.allowed) {
      throw new NotAllowedError(standing.because);
    }
    const { outcome, revision } = input;
    const moved = await store.reconcile({
      requestId: id,
      revision,
      finding: {
        outcome,
        comment,
        reconciledBy: caller.ref,
        standing: standing.standing,
        via: standing.via,
      },
      because: `Nobody could tell whether it happened; a person found out that it ${
        outcome === 'succeeded' ? 'did' : 'did not'
      }.`,
      now: now(),
    });
    if (!moved) {
      const current = await this.#find(id);
      throw isLegalTransition(current.state, 'reconciled')
        ? new ConflictError(
            `Action request ${id} is at revision ${current.revision}, and you looked at ${revision}: look at it again`,
          )
        : illegalTransition(id, current.state, 'reconciled');
    }
    notifier.changed();
  }

  /** Whether a person may say what came of a request now; the reason is for that person. */
  async mayReconcile(
    personRef: string,
    request: ActionRequestRow,
  ): Promise<{ allowed: boolean; because: string }> {
    if (!isLegalTransition(request.state, 'reconciled')) {
      return {
        allowed: false,
        because: `It is ${request.state}, so there is nothing to find out`,
      };
    }
    const { allowed, because } = await this.#options.authority.standingOf(
      personRef,
      request,
    );
    return { allowed, because };
  }

  async #find(id: string): Promise<ActionRequestRow> {
    const request = await this.#options.store.get(id);
    if (!request) {
      throw noSuchRequest(id);
    }
    return request;
  }
}

function assertReportable({ id, state }: ActionRequestRow): void {
  if (state !== 'unknown') {
    throw new ConflictError(
      `Action request ${id} is ${state}, and there is nothing to report: an executor runs it, and the portal records its outcome itself. Only of an outcome it could not tell may its agent say what it saw`,
    );
  }
}
