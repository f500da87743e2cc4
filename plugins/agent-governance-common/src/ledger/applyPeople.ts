import { LedgerEnvelope } from '../model';
import { DecidedBody, peoplePayloadSchema } from './bodySchemas';
import { Problem, problem } from './Problem';
import { readPayload } from './readPayload';
import { RequestStory } from './RequestStory';

/**
 * Whose request it is: the people whose approval of it counts for nothing (invariant 6).
 *
 * The body says how many, the payload `people` who. That the payload is committed to is checked even when it is
 * erased; who they were cannot be told then, and the limits of the verification say so.
 */
export function applyPeople(
  story: RequestStory,
  { notCounted }: DecidedBody,
  envelope: LedgerEnvelope,
  payload: string | Uint8Array | undefined,
): Problem[] {
  story.notCounted = notCounted;
  const isNamed = envelope.payloads.some(({ name }) => name === 'people');
  if (isNamed !== notCounted > 0) {
    return [
      problem(
        'bad-envelope',
        `It says that the approval of ${notCounted} people does not count, and ${
          isNamed ? 'names some' : 'names nobody'
        }`,
      ),
    ];
  }
  if (payload === undefined) {
    return [];
  }
  const people = readPayload(payload, peoplePayloadSchema);
  const names = new Set(Object.values(people ?? {}));
  if (!people || names.size !== notCounted) {
    return [
      problem(
        'bad-envelope',
        `It says that the approval of ${notCounted} people does not count, and names others`,
      ),
    ];
  }
  story.notCountedPeople = names;
  story.onBehalfOf = people.onBehalfOf;
  return [];
}

/** Whose request it is does not change. */
export function checkSamePeople(
  story: RequestStory,
  { notCounted }: DecidedBody,
): Problem[] {
  return notCounted === story.notCounted
    ? []
    : [
        problem(
          'bad-envelope',
          `It says that the approval of ${notCounted} people does not count, and before it was ${story.notCounted}`,
        ),
      ];
}
