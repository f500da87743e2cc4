import { Temporal } from '@js-temporal/polyfill';
import {
  FreezeOccurrence,
  FreezeRecurrence,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { RRuleTemporal } from 'rrule-temporal';
import { MAX_CANDIDATES, MAX_PERIODS } from './bounds';
import { parseRuleParts, RuleParts, writeRule } from './RuleParts';
import { CLOCKS_APART_MS, atWall, endOf, fromWallMs } from './wallClock';

const DAY_MS = 86_400_000;
/** How far one look ahead reaches, so that the next decisions find the answer ready. */
const AHEAD_MS = 7 * DAY_MS;

/** In milliseconds since 1970, half open. */
interface Span {
  from: number;
  to: number;
}

/**
 * The occurrences of one recurring freeze.
 *
 * The rule is counted out on the wall clock, where days have 24 hours and nothing is skipped or shown twice, and every
 * start is then placed in the zone. Questions are answered near the moment they are about, never by counting from the
 * first occurrence on.
 */
export class Recurrence {
  readonly #rule: RRuleTemporal;
  readonly #zone: string;
  readonly #duration: Temporal.Duration;
  /** At most this long is one occurrence, clocks changed or not. */
  readonly #longestMs: number;
  readonly #exdates: Set<string>;
  /** The last instant an occurrence may start at. */
  readonly #until: number | undefined;
  #ready?: Span & { spans: Span[] };

  /**
   * @throws whatever is wrong with the recurrence, which {@link parseRecurrence} says by field; and when a rule with a
   *   COUNT does not reach it within the bounds
   */
  static create(recurrence: FreezeRecurrence): Recurrence {
    return new Recurrence(recurrence);
  }

  private constructor(recurrence: FreezeRecurrence) {
    const { start, zone, exdates = [] } = recurrence;
    const parts = parseRuleParts(recurrence.rule, 'rule');
    const first = Temporal.PlainDateTime.from(start);
    this.#zone = zone;
    this.#duration = Temporal.Duration.from(recurrence.duration);
    this.#longestMs =
      this.#duration.total({ unit: 'milliseconds', relativeTo: first }) +
      CLOCKS_APART_MS;
    this.#exdates = new Set(exdates.map(writeExdate));
    this.#rule = toWallRule(writeRule(parts, ['COUNT', 'UNTIL']), first);
    this.#until = lastStart(parts, { first, zone });
  }

  /** The occurrence in force; of several the one that ends last. */
  at(moment: Date): FreezeOccurrence | undefined {
    const t = moment.getTime();
    if (!this.#ready || t < this.#ready.from || t >= this.#ready.to) {
      const to = t + AHEAD_MS;
      this.#ready = { from: t, to, spans: this.#overlapping({ from: t, to }) };
    }
    const [longest] = this.#ready.spans
      .filter(({ from, to }) => from <= t && t < to)
      .sort((a, b) => b.to - a.to);
    return longest && toOccurrence(longest);
  }

  /** What is in force at any time in the window, the earliest first, at most `limit`. */
  between(window: { from: Date; to: Date }, limit: number): FreezeOccurrence[] {
    const span = { from: window.from.getTime(), to: window.to.getTime() };
    return this.#overlapping(span).slice(0, limit).map(toOccurrence);
  }

  /** What starts after a moment, the earliest first, at most `limit`. */
  next(after: Date, limit: number): FreezeOccurrence[] {
    const found: FreezeOccurrence[] = [];
    let wallMs = after.getTime() - CLOCKS_APART_MS;
    while (found.length < limit) {
      const following = this.#rule.next(new Date(wallMs), false);
      if (!following) {
        break;
      }
      wallMs = following.epochMilliseconds;
      const span = this.#place(wallMs);
      if (this.#until !== undefined && span.from > this.#until) {
        break;
      }
      if (span.from > after.getTime() && !this.#isLeftOut(wallMs)) {
        found.push(toOccurrence(span));
      }
    }
    return found;
  }

  /** Undefined when there is no last one, or not even a first. */
  last(): FreezeOccurrence | undefined {
    if (this.#until === undefined) {
      return undefined;
    }
    let wallMs = this.#until + CLOCKS_APART_MS;
    for (;;) {
      const before = this.#rule.previous(new Date(wallMs), false);
      if (!before) {
        return undefined;
      }
      wallMs = before.epochMilliseconds;
      const span = this.#place(wallMs);
      if (span.from <= this.#until && !this.#isLeftOut(wallMs)) {
        return toOccurrence(span);
      }
    }
  }

  isEndless(): boolean {
    return this.#until === undefined;
  }

  #overlapping(window: Span): Span[] {
    const starts = this.#rule.between(
      new Date(window.from - this.#longestMs - CLOCKS_APART_MS),
      new Date(window.to + CLOCKS_APART_MS),
      true,
    );
    return starts
      .map(start => start.epochMilliseconds)
      .filter(wallMs => !this.#isLeftOut(wallMs))
      .map(wallMs => this.#place(wallMs))
      .filter(({ from }) => this.#until === undefined || from <= this.#until)
      .filter(({ from, to }) => from < window.to && window.from < to)
      .sort((a, b) => a.from - b.from || a.to - b.to);
  }

  #place(wallMs: number): Span {
    const wall = fromWallMs(wallMs);
    return {
      from: atWall(wall, this.#zone).epochMilliseconds,
      to: endOf(wall, this.#duration, this.#zone),
    };
  }

  #isLeftOut(wallMs: number): boolean {
    if (this.#exdates.size === 0) {
      return false;
    }
    const wall = fromWallMs(wallMs);
    return (
      this.#exdates.has(wall.toString()) ||
      this.#exdates.has(wall.toPlainDate().toString())
    );
  }
}

function toWallRule(rule: string, first: Temporal.PlainDateTime) {
  return new RRuleTemporal({
    rruleString: rule,
    dtstart: first.toZonedDateTime('UTC'),
    includeDtstart: true,
    strict: true,
    maxIterations: MAX_PERIODS,
    maxCandidateEvaluations: MAX_CANDIDATES,
  });
}

/** The instant behind UNTIL, or of the last start that COUNT lets through. */
function lastStart(
  parts: RuleParts,
  options: { first: Temporal.PlainDateTime; zone: string },
): number | undefined {
  const { first, zone } = options;
  if (parts.has('COUNT')) {
    const starts = toWallRule(writeRule(parts), first).all();
    const last = fromWallMs(starts[starts.length - 1].epochMilliseconds);
    return atWall(last, zone).epochMilliseconds;
  }
  const until = parts.get('UNTIL');
  if (until === undefined) {
    return undefined;
  }
  if (until.endsWith('Z')) {
    return Temporal.Instant.from(until).epochMilliseconds;
  }
  return until.includes('T')
    ? atWall(Temporal.PlainDateTime.from(until), zone, 'later')
        .epochMilliseconds
    : Temporal.PlainDate.from(until)
        .add({ days: 1 })
        .toZonedDateTime({ timeZone: zone }).epochMilliseconds - 1;
}

function writeExdate(exdate: string): string {
  return exdate.includes('T')
    ? Temporal.PlainDateTime.from(exdate).toString()
    : exdate;
}

function toOccurrence({ from, to }: Span): FreezeOccurrence {
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  };
}
