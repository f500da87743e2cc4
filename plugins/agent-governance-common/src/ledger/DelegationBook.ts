import { LedgerEntryType, LedgerEnvelope } from '../model';
import { bodySchemas } from './bodySchemas';
import {
  delegationBodySchemas,
  delegationPeopleSchema,
} from './delegationBodySchemas';
import { DelegatedClaim, DelegationStory } from './DelegationStory';
import { wrongBody, wrongPlace } from './entryProblems';
import { Problem, problem } from './Problem';
import { readPayload } from './readPayload';
import { RequestStory } from './RequestStory';

type Place = Pick<LedgerEnvelope, 'id' | 'stream'>;

/** Whether an entry is part of the story of a delegation. */
export function isAboutDelegation(
  type: LedgerEntryType,
): type is keyof typeof delegationBodySchemas {
  return Object.hasOwn(delegationBodySchemas, type);
}

/**
 * Every delegation of a ledger, and every execution under one.
 *
 * As with stops, streams come in any order, and what orders them is the epoch that both name.
 */
export class DelegationBook {
  readonly #delegations = new Map<string, DelegationStory>();
  readonly #claims: Array<{
    place: Place;
    delegationId: string;
    claim: DelegatedClaim;
  }> = [];

  /** Takes an entry about a delegation, and says what is wrong with it by itself. */
  add(
    envelope: LedgerEnvelope,
    payloads: Map<string, string | Uint8Array>,
  ): Problem[] {
    const type = envelope.type as keyof typeof delegationBodySchemas;
    const parsed = delegationBodySchemas[type].safeParse(envelope.body);
    if (!parsed.success) {
      return wrongBody(type, parsed.error);
    }
    const { delegationId } = parsed.data;
    const story = this.#delegations.get(delegationId) ?? new DelegationStory();
    this.#delegations.set(delegationId, story);
    return [
      ...wrongPlace(envelope.stream, {
        what: `delegation ${delegationId}`,
        stream: `delegation:${delegationId}`,
      }),
      ...(type === 'delegation.granted'
        ? story.grant(
            delegationBodySchemas[type].parse(envelope.body),
            readPayload(payloads.get('people'), delegationPeopleSchema)
              ?.grantedBy,
          )
        : story.revoke(parsed.data)),
    ];
  }

  /** Remembers the execution of what is done under a delegation. */
  watch(envelope: LedgerEnvelope, story: RequestStory): void {
    const { subject, delegationId, onBehalfOf } = story;
    if (
      envelope.type !== 'execution.claimed' ||
      delegationId === undefined ||
      subject === undefined
    ) {
      return;
    }
    const claimed = bodySchemas.claimed.safeParse(envelope.body);
    if (claimed.success) {
      this.#claims.push({
        place: { id: envelope.id, stream: envelope.stream },
        delegationId,
        claim: {
          subject,
          person: onBehalfOf,
          epoch: claimed.data.epoch,
          time: envelope.time,
        },
      });
    }
  }

  /** What was executed under a delegation that did not let it. */
  conclude(): Array<{ place: Place; problems: Problem[] }> {
    const none = new DelegationStory();
    return this.#claims.map(({ place, delegationId, claim }) => ({
      place,
      problems: (this.#delegations.get(delegationId) ?? none)
        .against(claim)
        .map(because =>
          problem(
            'effect-without-delegation',
            `It is executed under delegation ${delegationId}, ${because}`,
          ),
        ),
    }));
  }
}
