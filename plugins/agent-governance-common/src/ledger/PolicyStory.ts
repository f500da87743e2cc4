import { PolicyChangedBody, PolicyProposedBody } from './policyBodySchemas';
import { Problem, problem } from './Problem';

interface OpenChange extends PolicyProposedBody {
  isRejected: boolean;
  /** By vote; where a name is erased, the vote stands for somebody else each time, as the limits say. */
  approvals: Map<string, string>;
}

/** What the entries of one policy say so far, and what of it cannot have happened. */
export class PolicyStory {
  #open: OpenChange | undefined;

  propose(body: PolicyProposedBody): Problem[] {
    const before = this.#open;
    this.#open = { ...body, isRejected: false, approvals: new Map() };
    return expect(
      before === undefined,
      `Change ${body.changeId} begins to wait while ${before?.changeId} does`,
    );
  }

  withdraw(changeId: string): Problem[] {
    const isOpen = this.#open?.changeId === changeId;
    this.#open = undefined;
    return expect(isOpen, `Change ${changeId} is withdrawn and did not wait`);
  }

  approve(
    body: { changeId: string; voteId: string },
    person: string | undefined,
  ): Problem[] {
    const open = this.#waiting(body.changeId);
    open?.approvals.set(body.voteId, person ?? `vote ${body.voteId}`);
    return expect(
      open !== undefined,
      `Change ${body.changeId} is agreed to and does not wait`,
    );
  }

  reject({ changeId }: { changeId: string }): Problem[] {
    const open = this.#waiting(changeId);
    if (open) {
      open.isRejected = true;
    }
    return expect(
      open !== undefined,
      `Change ${changeId} is rejected and does not wait`,
    );
  }

  /** Another text decides, or none. */
  change({ before, after, governance }: PolicyChangedBody): Problem[] {
    const open = this.#open;
    if (governance?.judged === 'approved') {
      this.#open = undefined;
      return open && open.before === before && open.after === after
        ? checkVotes(open, governance)
        : [
            problem(
              'illegal-transition',
              `It takes effect by change ${governance.changeId}, which did not wait to go from ${before} to ${after}`,
            ),
          ];
    }
    return [
      ...(open && governance && open.before === before && open.after === after
        ? [
            problem(
              'quorum-not-met',
              `Change ${open.changeId} takes effect while it waits for ${open.count} people`,
            ),
          ]
        : []),
      ...(governance?.judged === 'adopted' && before !== null
        ? [
            problem(
              'quorum-not-met',
              'A text is taken as it comes where another one decided',
            ),
          ]
        : []),
    ];
  }

  /** One person says that it is gone. */
  confirm(): Problem[] {
    const open = this.#open;
    return open === undefined
      ? []
      : [
          problem(
            'quorum-not-met',
            `One person ends it while change ${open.changeId} waits for ${open.count}`,
          ),
        ];
  }

  #waiting(changeId: string): OpenChange | undefined {
    return this.#open?.changeId === changeId && !this.#open.isRejected
      ? this.#open
      : undefined;
  }
}

function checkVotes(
  open: OpenChange,
  governance: NonNullable<PolicyChangedBody['governance']>,
): Problem[] {
  const people = governance.votesCounted.map(vote => open.approvals.get(vote));
  const distinct = new Set(people.filter(person => person !== undefined));
  const needed = Math.max(open.count, governance.count, 1);
  return [
    ...expect(
      open.changeId === governance.changeId && !open.isRejected,
      `Change ${governance.changeId} takes effect and does not wait`,
    ),
    ...(distinct.size >= needed && !people.includes(undefined)
      ? []
      : [
          problem(
            'quorum-not-met',
            `Change ${open.changeId} asks for ${needed} distinct people, and there are ${distinct.size}`,
          ),
        ]),
  ];
}

function expect(holds: boolean, message: string): Problem[] {
  return holds ? [] : [problem('illegal-transition', message)];
}
