import {
  Checkpoint,
  Decision,
  reviewPartiesOf,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Approval } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { ActionRequestStore } from '../../store/ActionRequestStore';
import { ActionRequestRow, ReviewRow } from '../../store/rows';
import { PeopleDirectory } from '../types';
import { approvalsNow } from './approvalsNow';
import { theirOwn } from './theirOwn';

/** The hold a request is under, or went through last, with the votes on it. */
export interface ReviewedHold {
  decision: Decision;
  reviews: ReviewRow[];
  /** People whose review does not count. */
  own: string[];
}

/** Reads the votes on holds, and what they are worth now. */
export class HoldReviews {
  readonly #store: ActionRequestStore;
  readonly #people: PeopleDirectory;

  static create(options: {
    store: ActionRequestStore;
    people: PeopleDirectory;
  }) {
    return new HoldReviews(options);
  }

  private constructor(options: {
    store: ActionRequestStore;
    people: PeopleDirectory;
  }) {
    this.#store = options.store;
    this.#people = options.people;
  }

  async of(request: ActionRequestRow): Promise<ReviewedHold | undefined> {
    const id = request.hold_decision_id;
    const held = id ? await this.#store.decision(id) : undefined;
    return (
      held && {
        decision: held.decision,
        reviews: await this.#store.reviews(request.id, held.decision.id),
        own: theirOwn(request, held.facts),
      }
    );
  }

  /** Its approvals as they count now for what these ask; `undefined` when that could not be found out. */
  async approvalsNow(
    { reviews, own }: ReviewedHold,
    checkpoints: Checkpoint[],
  ): Promise<Approval[] | undefined> {
    try {
      return await approvalsNow({
        people: this.#people,
        reviews,
        refs: reviewPartiesOf(checkpoints),
        never: own,
      });
    } catch {
      return undefined;
    }
  }
}
