import { LedgerEntryType, LedgerEnvelope } from '../model';
import { freezeBodySchemas, freezePeopleSchema } from './freezeBodySchemas';
import { wrongBody } from './entryProblems';
import { Problem, problem } from './Problem';
import { readPayload } from './readPayload';

type FreezeEntryType = keyof typeof freezeBodySchemas;

interface ExceptionStory {
  required: number;
  requestedBy: string | undefined;
  /** Names; where one is erased, the entry stands for somebody else each time, as the limits say. */
  approvedBy: Set<string>;
  state: 'requested' | 'active' | 'ended';
}

/** Whether an entry is part of the story of a freeze. */
export function isAboutFreeze(type: LedgerEntryType): type is FreezeEntryType {
  return Object.hasOwn(freezeBodySchemas, type);
}

/** What the entries of one freeze say so far, and what of it cannot have happened. */
export class FreezeStory {
  #calendar: string | undefined;
  #isEnded = false;
  #required = 0;
  readonly #agreed = new Set<string>();
  readonly #exceptions = new Map<string, ExceptionStory>();

  /** Takes the story one entry further. */
  add(
    envelope: LedgerEnvelope,
    payloads: Map<string, string | Uint8Array>,
  ): Problem[] {
    const type = envelope.type as FreezeEntryType;
    const parsed = freezeBodySchemas[type].safeParse(envelope.body);
    if (!parsed.success) {
      return wrongBody(type, parsed.error);
    }
    const { body } = envelope;
    const people =
      readPayload(payloads.get('people'), freezePeopleSchema) ?? {};
    switch (type) {
      case 'freeze.created':
        this.#calendar = freezeBodySchemas[type].parse(body).calendar;
        return [];
      case 'freeze.end-agreed':
      case 'freeze.ended': {
        const { required } = freezeBodySchemas[type].parse(body);
        const who = people.endedBy ?? `entry ${envelope.id}`;
        return this.#agree(who, required, type === 'freeze.ended');
      }
      case 'freeze.exception-requested': {
        const asked = freezeBodySchemas[type].parse(body);
        this.#exceptions.set(asked.exceptionId, {
          required: asked.required,
          requestedBy: people.requestedBy,
          approvedBy: new Set(),
          state: 'requested',
        });
        return [];
      }
      case 'freeze.exception-approved':
      case 'freeze.excepted': {
        const { exceptionId } = freezeBodySchemas[type].parse(body);
        const who = people.person ?? `entry ${envelope.id}`;
        return this.#approve(exceptionId, who, type === 'freeze.excepted');
      }
      default: {
        const ended = freezeBodySchemas['freeze.exception-ended'].parse(body);
        return this.#endException(ended.exceptionId);
      }
    }
  }

  #agree(who: string, required: number, isEnough: boolean): Problem[] {
    const wasEnded = this.#isEnded;
    this.#isEnded = isEnough;
    this.#required = Math.max(this.#required, required);
    this.#agreed.add(who);
    const isByCalendar =
      this.#calendar !== undefined && who === `calendar:${this.#calendar}`;
    const needed = isByCalendar ? 0 : Math.max(this.#required, 1);
    return [
      ...expect(!wasEnded, 'It is ended after it was ended'),
      ...(isEnough ? checkQuorum('Its end', needed, this.#agreed) : []),
    ];
  }

  #approve(exceptionId: string, who: string, isEnough: boolean): Problem[] {
    const exception = this.#exceptions.get(exceptionId);
    if (!exception) {
      return expect(false, `Exception ${exceptionId} was never asked for`);
    }
    const { state, required, requestedBy, approvedBy } = exception;
    exception.state = isEnough ? 'active' : state;
    approvedBy.add(who);
    // who asked is not among those who count
    const counted = new Set([...approvedBy].filter(one => one !== requestedBy));
    const what = `Exception ${exceptionId}`;
    return [
      ...expect(
        state === 'requested' && !this.#isEnded,
        `${what} is approved, but it is ${
          this.#isEnded ? 'from a freeze that ended' : state
        }`,
      ),
      ...(isEnough ? checkQuorum(what, Math.max(required, 1), counted) : []),
    ];
  }

  #endException(exceptionId: string): Problem[] {
    const exception = this.#exceptions.get(exceptionId);
    const wasOpen = exception !== undefined && exception.state !== 'ended';
    if (exception) {
      exception.state = 'ended';
    }
    return expect(
      wasOpen,
      `Exception ${exceptionId} is ended, but it was ended or never asked for`,
    );
  }
}

function checkQuorum(
  what: string,
  required: number,
  people: Set<string>,
): Problem[] {
  const counted = [...people].filter(name => /^(user:|entry )/.test(name));
  return counted.length >= required
    ? []
    : [
        problem(
          'quorum-not-met',
          `${what} asks for ${required} distinct people, and there are ${counted.length}`,
        ),
      ];
}

function expect(holds: boolean, message: string): Problem[] {
  return holds ? [] : [problem('illegal-transition', message)];
}
