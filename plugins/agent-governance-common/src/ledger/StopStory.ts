import { z } from 'zod';
import { canonicalJson } from '../canonical';
import { StopScope } from '../model';
import { stopBodySchemas } from './bodySchemas';
import { Problem, problem } from './Problem';
import { RequestSubject } from './RequestStory';

type Pulled = z.infer<(typeof stopBodySchemas)['stop.pulled']>;
type Approved = z.infer<(typeof stopBodySchemas)['stop.release-approved']>;
type Released = z.infer<(typeof stopBodySchemas)['stop.released']>;

/** Whatever a stop that covers a request may be aimed at. */
export function aimsAt(subject: RequestSubject): string[] {
  return [
    'everything ',
    `agent ${subject.agentRef}`,
    `action ${subject.actionId}`,
    `target ${subject.targetRef}`,
  ];
}

/** What the entries of one stop say so far, and what of it cannot have happened. */
export class StopStory {
  #scope: StopScope | undefined;
  #quorum = 0;
  #revision = 0;
  #inForceFrom = Infinity;
  #inForceUntil = Infinity;
  /** Of the present revision, with whoever gave it; `undefined` where the name is erased. */
  readonly #approvals = new Map<string, string | undefined>();

  /** What it is aimed at, as {@link aimsAt} says it. */
  get aim(): string {
    return `${this.#scope?.kind ?? 'nothing'} ${this.#scope?.ref ?? ''}`;
  }

  /** Pulled, or pulled again: then whatever was agreed to before is void. */
  pull(body: Pulled): Problem[] {
    const { scope, quorum, revision, epoch } = body;
    const problems = [
      ...this.#expect(
        !this.#isReleased() && revision === this.#revision + 1,
        `It is pulled at revision ${revision}, after revision ${
          this.#revision
        }`,
      ),
      ...this.#expect(
        this.#scope === undefined ||
          canonicalJson(this.#scope) === canonicalJson(scope),
        'It is pulled again over something else',
      ),
    ];
    this.#scope ??= scope;
    this.#quorum = Math.max(this.#quorum, quorum);
    this.#revision = revision;
    this.#inForceFrom = Math.min(this.#inForceFrom, epoch);
    this.#approvals.clear();
    return problems;
  }

  /** One person agrees to its release. */
  approve(body: Approved, approvedBy: string | undefined): Problem[] {
    this.#approvals.set(body.approvalId, approvedBy);
    return this.#expectCurrent(body.revision, 'Its release is agreed to');
  }

  release(body: Released): Problem[] {
    const problems = [
      ...this.#expectCurrent(body.revision, 'It is released'),
      ...this.#checkQuorum(body.approvalsCounted),
      ...this.#expect(
        body.epoch > this.#inForceFrom,
        'It is released before it was pulled',
      ),
    ];
    this.#inForceUntil = body.epoch;
    return problems;
  }

  /** Whether it covers a request; of what a target is part of nothing is known here. */
  covers({ agentRef, actionId, targetRef }: RequestSubject): boolean {
    switch (this.#scope?.kind) {
      case 'agent':
        return (
          this.#scope.ref === agentRef &&
          (this.#scope.on === undefined || this.#scope.on === targetRef)
        );
      case 'target':
        return this.#scope.ref === targetRef;
      case 'action':
        return this.#scope.ref === actionId;
      case 'everything':
        return true;
      default:
        return false;
    }
  }

  /** Whether it may cover a request, if the target is part of what it names. */
  mayCover(subject: RequestSubject): boolean {
    const { kind, on } = this.#scope ?? {};
    return (
      this.covers(subject) ||
      kind === 'target' ||
      (on !== undefined && this.#scope?.ref === subject.agentRef)
    );
  }

  /** Whether what was decided as of an epoch was decided while it was in force. */
  wasInForceAt(epoch: number): boolean {
    return epoch >= this.#inForceFrom && epoch < this.#inForceUntil;
  }

  /** Somebody whose name is erased counts as somebody else each time; the limits of the verification say so. */
  #checkQuorum(counted: string[]): Problem[] {
    const strange = counted.filter(id => !this.#approvals.has(id));
    const people = new Set(
      counted
        .filter(id => this.#approvals.has(id))
        .map(id => this.#approvals.get(id) ?? `approval ${id}`)
        .filter(name => /^(user:|approval )/.test(name)),
    );
    return [
      ...strange.map(id =>
        problem(
          'review-not-bound',
          `It counts approval ${id}, which is not of this stop as it was released`,
        ),
      ),
      ...(people.size < this.#quorum
        ? [
            problem(
              'quorum-not-met',
              `Its release asks for ${
                this.#quorum
              } distinct people, and there are ${people.size}`,
            ),
          ]
        : []),
    ];
  }

  #expectCurrent(revision: number, what: string): Problem[] {
    return this.#expect(
      !this.#isReleased() &&
        this.#scope !== undefined &&
        revision === this.#revision,
      `${what} at revision ${revision}, but it is ${
        this.#isReleased() ? 'released' : `at revision ${this.#revision}`
      }`,
    );
  }

  #isReleased(): boolean {
    return this.#inForceUntil !== Infinity;
  }

  #expect(holds: boolean, message: string): Problem[] {
    return holds ? [] : [problem('illegal-transition', message)];
  }
}
