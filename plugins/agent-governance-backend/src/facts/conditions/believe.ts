import {
  ConditionKind,
  Fact,
  FactState,
  JsonValue,
  unknown,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  ConditionReading,
  CurrentReport,
  HeardSource,
} from '../../store/ConditionStore';
import { isExpired, judgeSource } from './judgeSource';
import { KnownConditionSource } from './KnownConditionSource';

/** What facts of one kind rest on. */
export interface Evidence {
  /** The sources of that kind; none means nobody says anything. */
  sources: KnownConditionSource[];
  /** What they say holds, over the entities and the environment in question, one for each key. */
  reports: CurrentReport[];
  /** Where each of the sources stands, and each report that is past its time. */
  doubts: Array<{ state: FactState; note: string }>;
  /** The earliest moment the sources last spoke of: the fact is as old as that. */
  observedAt?: string;
  /** The shortest of the sources' times. */
  ttlSeconds?: number;
}

/** Picks out of a reading what bears on one kind of fact. */
export function weigh(
  reading: ConditionReading,
  options: {
    kind: ConditionKind;
    sources: KnownConditionSource[];
    environment: string;
    entityRefs: string[];
    now: Date;
  },
): Evidence {
  const { kind, environment, now } = options;
  const sources = options.sources.filter(source => source.kind === kind);
  const byId = new Map(sources.map(source => [source.id, source]));
  const reports = reading.reports
    .filter(
      report =>
        byId.has(report.source) &&
        report.kind === kind &&
        options.entityRefs.includes(report.entityRef) &&
        (report.environment === undefined ||
          report.environment === environment),
    )
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const expired = reports
    .filter(report => isExpired(report, byId.get(report.source)!, now))
    .map(report => ({
      state: 'stale' as const,
      note: `${report.source} last said so of ${report.entityRef} at ${report.observedAt}`,
    }));
  return {
    sources,
    reports,
    doubts: [...doubtsAbout(sources, reading.sources, now), ...expired],
    ...ageOf(sources, reading.sources),
  };
}

/**
 * A fact that all its evidence agrees to be sure of. One doubt is enough to make it stale or unknown: what another
 * source says of the same entity does not stand in for the one that is silent.
 */
export function believe<T extends JsonValue>(
  value: T,
  evidence: Pick<Evidence, 'doubts' | 'observedAt' | 'ttlSeconds'>,
  source: string,
  options: { hasSubstance: boolean },
): Fact<T> {
  const { doubts, observedAt, ttlSeconds } = evidence;
  const note = doubts.map(doubt => doubt.note).join('; ');
  const isUnheard = doubts.some(doubt => doubt.state === 'unknown');
  if (isUnheard && !options.hasSubstance) {
    return unknown(source, note);
  }
  return {
    value,
    state: doubts.length > 0 ? 'stale' : 'known',
    source,
    ...(observedAt && { observedAt }),
    ...(ttlSeconds !== undefined && { ttlSeconds }),
    ...(note && { note }),
  };
}

/** The source of a fact by name, where there is only one. */
export function nameOf(sources: KnownConditionSource[]): string {
  return sources.length === 1 ? sources[0].id : 'conditions';
}

function doubtsAbout(
  sources: KnownConditionSource[],
  heard: HeardSource[],
  now: Date,
): Evidence['doubts'] {
  return sources.flatMap(source => {
    const { factState, note } = judgeSource(
      source,
      heard.find(one => one.id === source.id),
      now,
    );
    return note ? [{ state: factState, note }] : [];
  });
}

function ageOf(
  sources: KnownConditionSource[],
  heard: HeardSource[],
): Pick<Evidence, 'observedAt' | 'ttlSeconds'> {
  const ids = new Set(sources.map(source => source.id));
  const times = heard
    .filter(source => ids.has(source.id))
    .map(source => source.heardAt)
    .sort();
  const ttls = sources.flatMap(({ quietAfterMs }) => quietAfterMs ?? []);
  return {
    ...(times.length > 0 && { observedAt: times[0] }),
    ...(ttls.length > 0 && { ttlSeconds: Math.min(...ttls) / 1_000 }),
  };
}

function orderOf(report: CurrentReport): string {
  return [report.openedAt, report.source, report.key, report.entityRef].join(
    '\0',
  );
}
