import { LedgerEntryType, LedgerEnvelope } from '../model';
import { bodySchemas } from './bodySchemas';
import {
  delegationBodySchemas,
  delegationPeopleSchema,
} from './delegationBodySchemas';
import { DelegatedClaim, DelegationStory } from './DelegationStory';
import { Problem, problem } from './Problem';
import { toText } from './readEntry';
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
      const fields = parsed.error.issues.map(issue => issue.path.join('.'));
      return [
        problem(
          'bad-envelope',
          `The body of ${type} is wrong at ${fields.join(', ')}`,
        ),
      ];
    }
    const { delegationId } = parsed.data;
    const story = this.#delegations.get(delegationId) ?? new DelegationStory();
    this.#delegations.set(delegationId, story);
    return [
      ...(envelope.stream === `delegation:${delegationId}`
        ? []
        : [
            problem(
              'bad-envelope',
              `It is about delegation ${delegationId}, but lies in stream ${envelope.stream}`,
            ),
          ]),
      ...(type === 'delegation.granted'
        ? story.grant(
            delegationBodySchemas[type].parse(envelope.body),
            readGrantor(payloads.get('people')),
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

function readGrantor(
  payload: string | Uint8Array | undefined,
): string | undefined {
  const text = payload === undefined ? undefined : toText(payload);
  try {
    return delegationPeopleSchema.parse(JSON.parse(text ?? 'null')).grantedBy;
  } catch {
    return undefined;
  }
}
