import { z } from 'zod';
import { delegationBodySchemas } from './delegationBodySchemas';
import { Problem, problem } from './Problem';
import { RequestSubject } from './RequestStory';

type Granted = z.infer<(typeof delegationBodySchemas)['delegation.granted']>;

/** An execution under a delegation, as its entries tell it. */
export interface DelegatedClaim {
  subject: RequestSubject;
  /** On whose behalf; absent where the name is erased. */
  person?: string;
  /** As of when it was decided. */
  epoch: number;
  /** ISO 8601. */
  time: string;
}

/** What the entries of one delegation say so far, and what of it cannot have happened. */
export class DelegationStory {
  #granted: Granted | undefined;
  #grantedBy: string | undefined;
  #revokedFrom = Infinity;

  grant(body: Granted, grantedBy: string | undefined): Problem[] {
    const problems = expect(
      this.#granted === undefined,
      'It is granted a second time',
    );
    this.#granted ??= body;
    this.#grantedBy ??= grantedBy;
    return problems;
  }

  revoke({ epoch }: { epoch: number }): Problem[] {
    const problems = expect(
      this.#granted !== undefined &&
        this.#revokedFrom === Infinity &&
        epoch > this.#granted.epoch,
      'It is revoked, but it was revoked or never granted before',
    );
    this.#revokedFrom = Math.min(this.#revokedFrom, epoch);
    return problems;
  }

  /** Why it did not let this be executed; empty when it did. */
  against(claim: DelegatedClaim): string[] {
    const granted = this.#granted;
    if (!granted || claim.epoch < granted.epoch) {
      return ['which was not granted by then'];
    }
    const { subject, person, epoch, time } = claim;
    return [
      ...say(epoch >= this.#revokedFrom, 'which was revoked by then'),
      ...say(time >= granted.until, 'which had ended by then'),
      ...say(
        subject.agentRef !== granted.agentRef,
        'which was granted to another agent',
      ),
      ...say(!covers(granted, subject), 'which is for something else'),
      ...say(
        person !== undefined &&
          this.#grantedBy !== undefined &&
          person !== this.#grantedBy,
        'which somebody else granted',
      ),
    ];
  }
}

function covers(granted: Granted, subject: RequestSubject): boolean {
  const isFor = (pattern: string) =>
    pattern.endsWith('*')
      ? subject.actionId.startsWith(pattern.slice(0, -1))
      : subject.actionId === pattern;
  return (
    granted.actions.some(isFor) &&
    (granted.targets?.includes(subject.targetRef) ?? true) &&
    (granted.environments?.includes(subject.environment) ?? true)
  );
}

function say(applies: boolean, what: string): string[] {
  return applies ? [what] : [];
}

function expect(holds: boolean, message: string): Problem[] {
  return holds ? [] : [problem('illegal-transition', message)];
}
