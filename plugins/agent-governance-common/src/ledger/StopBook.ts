import { LedgerEntryType, LedgerEnvelope } from '../model';
import {
  approvalPayloadSchema,
  bodySchemas,
  stopBodySchemas,
} from './bodySchemas';
import { wrongBody, wrongPlace } from './entryProblems';
import { Problem, problem } from './Problem';
import { readPayload } from './readPayload';
import { RequestStory, RequestSubject } from './RequestStory';
import { aimsAt, StopStory } from './StopStory';

type Place = Pick<LedgerEnvelope, 'id' | 'stream'>;

/** Whether an entry is part of the story of a stop. */
export function isAboutStop(
  type: LedgerEntryType,
): type is keyof typeof stopBodySchemas {
  return Object.hasOwn(stopBodySchemas, type);
}

/**
 * Every stop of a ledger, and every execution that one of them may have forbidden.
 *
 * Streams come in any order, so that nothing can be said before the last entry. What orders them is the epoch that
 * both a stop and the claim of an execution name: the database gave it out one after the other.
 */
export class StopBook {
  readonly #stops = new Map<string, StopStory>();
  readonly #claims: Array<{
    place: Place;
    subject: RequestSubject;
    epoch: number;
  }> = [];
  readonly #stopped: Array<{
    place: Place;
    subject: RequestSubject;
    stopId: string;
  }> = [];

  /** Takes an entry about a stop, and says what is wrong with it by itself. */
  add(
    envelope: LedgerEnvelope,
    payloads: Map<string, string | Uint8Array>,
  ): Problem[] {
    const type = envelope.type as keyof typeof stopBodySchemas;
    const parsed = stopBodySchemas[type].safeParse(envelope.body);
    if (!parsed.success) {
      return wrongBody(type, parsed.error);
    }
    const { stopId } = parsed.data;
    const story = this.#stops.get(stopId) ?? new StopStory();
    this.#stops.set(stopId, story);
    return [
      ...wrongPlace(envelope.stream, {
        what: `stop ${stopId}`,
        stream: `stop:${stopId}`,
      }),
      ...tell(story, envelope, payloads),
    ];
  }

  /** Remembers what of a request's entry a stop may have something to say about. */
  watch(envelope: LedgerEnvelope, { subject }: RequestStory): void {
    const place = { id: envelope.id, stream: envelope.stream };
    if (subject === undefined) {
      return;
    }
    if (envelope.type === 'execution.claimed') {
      const claimed = bodySchemas.claimed.safeParse(envelope.body);
      if (claimed.success) {
        this.#claims.push({ place, subject, epoch: claimed.data.epoch });
      }
    } else if (envelope.type === 'action-request.transitioned') {
      const { data } = bodySchemas.transitioned.safeParse(envelope.body);
      if (data?.to === 'stopped' && data.stopId !== undefined) {
        this.#stopped.push({ place, subject, stopId: data.stopId });
      }
    }
  }

  /** What ran while a stop was in force, and what was ended by a stop of something else. */
  conclude(): Array<{ place: Place; problems: Problem[] }> {
    const byAim = new Map<string, Array<[id: string, stop: StopStory]>>();
    for (const [id, stop] of this.#stops) {
      byAim.set(stop.aim, [...(byAim.get(stop.aim) ?? []), [id, stop]]);
    }
    return [
      ...this.#claims.map(({ place, subject, epoch }) => ({
        place,
        problems: aimsAt(subject)
          .flatMap(aim => byAim.get(aim) ?? [])
          .filter(
            ([, stop]) => stop.wasInForceAt(epoch) && stop.covers(subject),
          )
          .map(([id]) =>
            problem(
              'effect-under-stop',
              `It is executed as of epoch ${epoch}, while stop ${id} was in force over it`,
            ),
          ),
      })),
      ...this.#stopped.map(({ place, subject, stopId }) => ({
        place,
        problems:
          this.#stops.get(stopId)?.mayCover(subject) === false
            ? [
                problem(
                  'illegal-transition',
                  `It is ended by stop ${stopId}, which is about something else`,
                ),
              ]
            : [],
      })),
    ];
  }
}

function tell(
  story: StopStory,
  { type, body }: LedgerEnvelope,
  payloads: Map<string, string | Uint8Array>,
): Problem[] {
  switch (type) {
    case 'stop.pulled':
      return story.pull(stopBodySchemas[type].parse(body));
    case 'stop.release-approved':
      return story.approve(
        stopBodySchemas[type].parse(body),
        readPayload(payloads.get('approval'), approvalPayloadSchema)
          ?.approvedBy,
      );
    case 'stop.released':
      return story.release(stopBodySchemas[type].parse(body));
    default:
      return [];
  }
}
