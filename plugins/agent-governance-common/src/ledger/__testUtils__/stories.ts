import { canonicalJson, sha256Hex } from '../../canonical';
import { JsonObject } from '../../model';
import { Draft } from './writeLedger';

const ACTION = 'a1'.repeat(32);
const FACTS = 'f0'.repeat(32);
const POLICIES = 'b0'.repeat(32);

/** Who delegates. */
const ANN = 'user:default/ann';

const TWO_OWNERS = [
  {
    id: 'two-owners',
    anyOf: [{ allOf: [{ from: 'target-owner', count: 2 }] }],
    decideWithin: 'PT4H',
    executeWithin: 'PT30M',
  },
];

type Counting = {
  reviewsCounted: string[];
  checkpoints: Array<{
    id: string;
    anyOf: Array<{ allOf: Array<{ from: string; count: number }> }>;
  }>;
};

/** Reviews as they come, on the seats of each checkpoint's first alternative as they come. */
function seatsFor({ reviewsCounted, checkpoints }: Counting) {
  return checkpoints.map(({ id, anyOf }) => {
    const rest = [...reviewsCounted];
    const terms = (anyOf[0]?.allOf ?? []).map(({ count }) =>
      rest.splice(0, count),
    );
    return { checkpoint: id, alternative: 0, terms };
  });
}

/** Writes down what happens to one request, entry by entry. */
export class RequestScript {
  readonly drafts: Draft[] = [];
  readonly #id: string;
  readonly #people = new Map<string, string>();
  #revision = 0;

  constructor(id: string) {
    this.#id = id;
  }

  decided(
    verdict: 'allow' | 'hold' | 'deny',
    change: JsonObject = {},
    beside?: Draft['payloads'],
  ): this {
    const to = { allow: 'authorised', hold: 'held', deny: 'denied' }[verdict];
    return this.#add(
      'action-request.decided',
      {
        ...this.#decision(verdict),
        from: 'proposed',
        to,
        decisionId: 'd-0',
        purpose: 'proposal',
        ...change,
      },
      beside,
    );
  }

  /** @param beside - payloads instead of the ones that belong to it */
  redecided(
    verdict: 'allow' | 'hold' | 'deny',
    change: JsonObject = {},
    beside?: Draft['payloads'],
  ): this {
    const body = {
      ...this.#decision(verdict),
      from: 'held',
      to: 'authorised',
      decisionId: 'd-1',
      purpose: 'review',
      reviewsCounted: [],
      ...change,
    } as unknown as JsonObject & Counting;
    const counts = verdict === 'hold' && body.to === 'authorised';
    return this.#add(
      'action-request.redecided',
      counts ? { seats: seatsFor(body), ...body } : body,
      beside ?? (counts ? this.#reviewers(body) : undefined),
    );
  }

  reviewed(
    reviewId: string,
    reviewerRef: string,
    change: JsonObject = {},
  ): this {
    const presentation = { shown: 'what was on the screen', reviewId };
    this.#people.set(reviewId, reviewerRef);
    return this.#add(
      'action-request.reviewed',
      {
        reviewId,
        holdDecisionId: 'd-0',
        presentationDigest: sha256Hex(
          `agentgov.presentation.v1\0${canonicalJson(presentation)}`,
        ),
        verdict: 'approve',
        actionDigest: ACTION,
        ...change,
      },
      {
        review: {
          reviewerRef,
          standing: 'group:default/payments',
          comment: null,
          consideredMs: 41_000,
        },
        presentation,
      },
    );
  }

  moved(from: string, to: string, change: JsonObject = {}): this {
    return this.#add('action-request.transitioned', {
      from,
      to,
      cause: 'nobody-decided-in-time',
      ...change,
    });
  }

  claimed(change: JsonObject = {}, beside?: Draft['payloads']): this {
    const body = {
      actionDigest: ACTION,
      decisionId: 'd-9',
      verdict: 'allow',
      factsDigest: FACTS,
      policySetDigest: POLICIES,
      attempt: 1,
      leaseEpoch: 1,
      idempotencyKey: `key-${this.#id}`,
      reviewsCounted: [],
      epoch: 1,
      from: 'authorised',
      ...change,
    };
    const counted = { checkpoints: TWO_OWNERS, ...body } as Counting;
    const counts = body.verdict === 'hold';
    return this.#add(
      'execution.claimed',
      counts ? { seats: seatsFor(counted), ...body } : body,
      beside ?? (counts ? this.#reviewers(counted) : undefined),
    );
  }

  settled(
    outcome: 'succeeded' | 'failed' | 'unknown',
    change: JsonObject = {},
  ): this {
    return this.#add(
      'execution.settled',
      {
        attempt: 1,
        leaseEpoch: 1,
        idempotencyKey: `key-${this.#id}`,
        outcome,
        ...change,
      },
      { outcome: { output: { deployment: 'd-1' } } },
    );
  }

  reported(change: JsonObject = {}): this {
    return this.#add(
      'execution.reported',
      { outcome: 'succeeded', number: 1, ...change },
      { report: { note: 'It is there.' } },
    );
  }

  /** @param beside - payloads instead of the one that belongs to it */
  reconciled(
    outcome: 'succeeded' | 'failed',
    change: JsonObject = {},
    beside: Draft['payloads'] = {
      reconciliation: {
        reconciledBy: 'user:default/ana',
        via: 'group:default/payments',
        comment: 'Looked.',
      },
    },
  ): this {
    return this.#add(
      'execution.reconciled',
      {
        from: 'unknown',
        to: 'reconciled',
        outcome,
        standing: 'target-owner',
        idempotencyKey: `key-${this.#id}`,
        ...change,
      },
      beside,
    );
  }

  deferred(): this {
    return this.#add('execution.deferred', { because: 'could-not-evaluate' });
  }

  #decision(verdict: string): JsonObject {
    return {
      agentRef: 'agent:default/deploy-bot',
      actionId: 'deployments:deploy',
      targetRef: 'component:default/payments',
      environment: 'production',
      effectClass: 'keyed',
      actionDigest: ACTION,
      verdict,
      reason: 'granted',
      factsDigest: FACTS,
      policySetDigest: POLICIES,
      checkpoints: verdict === 'hold' ? TWO_OWNERS : [],
    };
  }

  /** What an honest writer puts beside an entry that counts reviews: everybody stands for everything. */
  #reviewers(body: Counting): Draft['payloads'] {
    return {
      reviewers: {
        checkpoints: body.checkpoints.map(({ id, anyOf }) => ({
          id,
          anyOf: anyOf.map(({ allOf }) => ({
            allOf: allOf.map(term => ({
              ...term,
              resolved: ['group:default/payments'],
            })),
          })),
        })),
        approvals: [...new Set(body.reviewsCounted)].map(id => ({
          id,
          reviewerRef: this.#people.get(id) ?? 'user:default/nobody',
          standingRefs: ['group:default/payments'],
        })),
      },
    };
  }

  #add(
    type: Draft['type'],
    body: JsonObject,
    payloads?: Draft['payloads'],
  ): this {
    this.drafts.push({
      stream: `action-request:${this.#id}`,
      type,
      body: { requestId: this.#id, revision: this.#revision++, ...body },
      payloads,
    });
    return this;
  }
}

/** Writes down what happens to one stop, entry by entry. */
export class StopScript {
  readonly drafts: Draft[] = [];
  readonly #id: string;
  readonly #scope: JsonObject;

  constructor(
    scope: JsonObject = { kind: 'agent', ref: 'agent:default/deploy-bot' },
    id = 's-1',
  ) {
    this.#id = id;
    this.#scope = scope;
  }

  pulled(epoch: number, change: JsonObject = {}): this {
    return this.#add(
      'stop.pulled',
      { scope: this.#scope, quorum: 2, revision: 1, epoch, ...change },
      { people: { pulledBy: 'user:default/ana' }, reason: 'odd deployments' },
    );
  }

  approved(
    approvalId: string,
    approvedBy: string,
    change: JsonObject = {},
  ): this {
    return this.#add(
      'stop.release-approved',
      { approvalId, revision: 1, ...change },
      { approval: { approvedBy, standing: 'group:default/payments' } },
    );
  }

  released(epoch: number, change: JsonObject = {}): this {
    return this.#add('stop.released', {
      revision: 1,
      approvalsCounted: ['p-1', 'p-2'],
      epoch,
      ...change,
    });
  }

  #add(
    type: Draft['type'],
    body: JsonObject,
    payloads?: Draft['payloads'],
  ): this {
    this.drafts.push({
      stream: `stop:${this.#id}`,
      type,
      body: { stopId: this.#id, ...body },
      payloads,
    });
    return this;
  }
}

/** Writes down what happens to one delegation, entry by entry. */
export class DelegationScript {
  readonly drafts: Draft[] = [];
  readonly #id: string;

  constructor(id = 'x-1') {
    this.#id = id;
  }

  granted(epoch: number, change: JsonObject = {}, grantedBy = ANN): this {
    return this.#add(
      'delegation.granted',
      {
        agentRef: 'agent:default/deploy-bot',
        actions: ['deployments:*'],
        until: '2126-01-01T00:00:00.000Z',
        epoch,
        ...change,
      },
      { people: { grantedBy }, reason: 'this week' },
    );
  }

  revoked(epoch: number): this {
    return this.#add(
      'delegation.revoked',
      { epoch },
      { people: { revokedBy: ANN } },
    );
  }

  #add(
    type: Draft['type'],
    body: JsonObject,
    payloads: Draft['payloads'],
  ): this {
    this.drafts.push({
      stream: `delegation:${this.#id}`,
      type,
      body: { delegationId: this.#id, ...body },
      payloads,
    });
    return this;
  }
}

/** Held, approved by two people, executed. */
export function approvedStory(id = 'r-1'): RequestScript {
  const reviewsCounted = ['v-1', 'v-2'];
  return new RequestScript(id)
    .decided('hold')
    .reviewed('v-1', 'user:default/ana')
    .reviewed('v-2', 'user:default/bo')
    .redecided('hold', { reviewsCounted })
    .deferred()
    .claimed({ verdict: 'hold', reviewsCounted })
    .settled('succeeded');
}

/** Allowed at once, tried twice, executed. */
export function allowedStory(id = 'r-2'): RequestScript {
  return new RequestScript(id)
    .decided('allow')
    .claimed()
    .claimed({ from: 'executing', attempt: 2, leaseEpoch: 2 })
    .settled('succeeded', { attempt: 2, leaseEpoch: 3 });
}
