import { LedgerEntryType, LedgerEnvelope } from '../model';
import { wrongBody, wrongPlace } from './entryProblems';
import {
  ChangesGovernedBody,
  policyBodySchemas,
  PolicyChangedBody,
  policyPeopleSchema,
} from './policyBodySchemas';
import { PolicyStory } from './PolicyStory';
import { Problem, problem } from './Problem';
import { readPayload } from './readPayload';

type Place = Pick<LedgerEnvelope, 'id' | 'stream' | 'time'>;
const RULES_STREAM = 'policy-changes';

/** Whether an entry is about a policy, or about who agrees to changes of policies. */
export function isAboutPolicy(
  type: LedgerEntryType,
): type is keyof typeof policyBodySchemas {
  return Object.hasOwn(policyBodySchemas, type);
}

/** A change that took effect, as far as it matters what was asked of it. */
interface Effective {
  place: Place;
  levels: string[];
  epoch: number;
  governance: PolicyChangedBody['governance'];
}

/**
 * Every policy of a ledger, and what was asked of changes of policies when.
 *
 * Streams come in any order. What orders a change and what was asked of changes then is the epoch that both name.
 */
export class PolicyBook {
  readonly #stories = new Map<string, PolicyStory>();
  readonly #rules: ChangesGovernedBody[] = [];
  readonly #effective: Effective[] = [];

  /** Takes an entry about a policy, and says what is wrong with it by itself. */
  add(
    envelope: LedgerEnvelope,
    payloads: Map<string, string | Uint8Array>,
  ): Problem[] {
    const type = envelope.type as keyof typeof policyBodySchemas;
    const parsed = policyBodySchemas[type].safeParse(envelope.body);
    if (!parsed.success) {
      return wrongBody(type, parsed.error);
    }
    if (type === 'policy-changes.governed') {
      this.#rules.push(policyBodySchemas[type].parse(envelope.body));
      return wrongPlace(envelope.stream, {
        what: 'changes of policies',
        stream: RULES_STREAM,
      });
    }
    const story = this.#stories.get(envelope.stream) ?? new PolicyStory();
    this.#stories.set(envelope.stream, story);
    return [
      ...(envelope.stream.startsWith('policy:')
        ? []
        : wrongPlace(envelope.stream, {
            what: 'a policy',
            stream: 'policy:<ref>',
          })),
      ...this.#tell(story, envelope, payloads),
    ];
  }

  /** Changes that nobody was asked about although that was asked then. */
  conclude(): Array<{ place: Place; problems: Problem[] }> {
    const rules = [...this.#rules].sort((a, b) => a.epoch - b.epoch);
    return this.#effective.map(({ place, levels, epoch, governance }) => {
      const { quorum, adoptsUntil } = rules.findLast(
        one => one.epoch <= epoch,
      ) ?? { quorum: null, adoptsUntil: null };
      const isAsked =
        quorum !== null && levels.some(level => quorum.levels.includes(level));
      return {
        place,
        problems: isAsked
          ? checkAsked({ place, governance, adoptsUntil, count: quorum.count })
          : [],
      };
    });
  }

  #tell(
    story: PolicyStory,
    envelope: LedgerEnvelope,
    payloads: Map<string, string | Uint8Array>,
  ): Problem[] {
    const { type, body } = envelope;
    switch (type) {
      case 'policy.changed': {
        const changed = policyBodySchemas[type].parse(body);
        const { level } = changed;
        this.#watch(envelope, changed, [level.before, level.after]);
        return story.change(changed);
      }
      case 'policy.confirmed': {
        const confirmed = policyBodySchemas[type].parse(body);
        this.#watch(envelope, confirmed, [confirmed.level]);
        return story.confirm();
      }
      case 'policy.change-proposed':
        return story.propose(policyBodySchemas[type].parse(body));
      case 'policy.change-withdrawn':
        return story.withdraw(policyBodySchemas[type].parse(body).changeId);
      case 'policy.change-approved':
        return story.approve(
          policyBodySchemas[type].parse(body),
          readPayload(payloads.get('people'), policyPeopleSchema)?.votedBy,
        );
      case 'policy.change-rejected':
        return story.reject(policyBodySchemas[type].parse(body));
      default:
        return [];
    }
  }

  /** Where the same text decides afterwards, nothing was asked. */
  #watch(
    { id, stream, time }: LedgerEnvelope,
    changed: Pick<
      PolicyChangedBody,
      'before' | 'after' | 'epoch' | 'governance'
    >,
    levels: Array<string | null>,
  ): void {
    const { before, after, epoch, governance } = changed;
    if (before !== after) {
      this.#effective.push({
        place: { id, stream, time },
        levels: levels.filter(level => level !== null),
        epoch,
        governance,
      });
    }
  }
}

function checkAsked(options: {
  place: Place;
  governance: PolicyChangedBody['governance'];
  adoptsUntil: string | null;
  count: number;
}): Problem[] {
  const { place, governance, adoptsUntil, count } = options;
  if (governance === null || governance.count < count) {
    return [
      problem(
        'quorum-not-met',
        `It takes effect as if fewer had to agree than the ${count} people that were asked for then`,
      ),
    ];
  }
  return governance.judged === 'adopted' &&
    adoptsUntil !== null &&
    place.time > adoptsUntil
    ? [
        problem(
          'quorum-not-met',
          `It is taken as it comes after ${adoptsUntil}, when that ended`,
        ),
      ]
    : [];
}
