import { canonicalJson, sha256Hex } from '../../canonical';
import { JsonObject } from '../../model';
import { Draft } from './writeLedger';

const ACTION = 'a1'.repeat(32);
const FACTS = 'f0'.repeat(32);
const POLICIES = 'b0'.repeat(32);

/** Writes down what happens to one request, entry by entry. */
export class RequestScript {
  readonly drafts: Draft[] = [];
  readonly #id: string;
  #revision = 0;

  constructor(id: string) {
    this.#id = id;
  }

  decided(
    verdict: 'allow' | 'hold' | 'deny',
    change: JsonObject = {},
    payloads?: Draft['payloads'],
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
      payloads,
    );
  }

  redecided(verdict: 'allow' | 'hold' | 'deny', change: JsonObject = {}): this {
    return this.#add('action-request.redecided', {
      ...this.#decision(verdict),
      from: 'held',
      to: 'authorised',
      decisionId: 'd-1',
      purpose: 'review',
      reviewsCounted: [],
      ...change,
    });
  }

  reviewed(
    reviewId: string,
    reviewerRef: string,
    change: JsonObject = {},
  ): this {
    const presentation = { shown: 'what was on the screen', reviewId };
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

  moved(from: string, to: string): this {
    return this.#add('action-request.transitioned', {
      from,
      to,
      cause: 'nobody-decided-in-time',
    });
  }

  claimed(change: JsonObject = {}): this {
    return this.#add('execution.claimed', {
      actionDigest: ACTION,
      decisionId: 'd-9',
      verdict: 'allow',
      factsDigest: FACTS,
      policySetDigest: POLICIES,
      attempt: 1,
      leaseEpoch: 1,
      idempotencyKey: `key-${this.#id}`,
      reviewsCounted: [],
      from: 'authorised',
      ...change,
    });
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
      checkpoints:
        verdict === 'hold'
          ? [
              {
                id: 'two-owners',
                anyOf: [{ allOf: [{ from: 'target-owner', count: 2 }] }],
                decideWithin: 'PT4H',
                executeWithin: 'PT30M',
              },
            ]
          : [],
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
