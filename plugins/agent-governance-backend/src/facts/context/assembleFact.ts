import {
  ContextFact,
  ContextSignOff,
  ContextStandard,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { measureFreshness } from './measureFreshness';
import { ClaimResolution } from './resolveClaims';

/** One fact as it is shown: what holds, where from, who vouches, and how good that is. */
export function assembleFact(options: {
  entityRef: string;
  factType: string;
  title: string;
  resolution: ClaimResolution;
  standard?: ContextStandard;
  /** Judged; newest first. */
  signOffs: ContextSignOff[];
  now: Date;
  /** An observation later than this is not believed, ISO 8601. */
  latest: string;
}): ContextFact {
  const { entityRef, factType, title, resolution, standard } = options;
  const signOff =
    options.signOffs.find(({ valid }) => valid) ?? options.signOffs[0];
  const base = {
    entityRef,
    factType,
    title,
    ...(standard && { standard }),
    ...(signOff && { signOff }),
    maySignOff: false,
  };
  if (resolution.state === 'missing') {
    return {
      ...base,
      source: 'none',
      freshness: 'unknown',
      note: 'No source has stated this',
    };
  }
  if (resolution.state === 'disputed') {
    return {
      ...base,
      source: resolution.sources.join(', '),
      freshness: 'unknown',
      note: resolution.note,
    };
  }
  const { claim } = resolution;
  return {
    ...base,
    value: claim.value,
    digest: claim.digest,
    source: claim.source,
    ...(claim.sourceRevision && { sourceRevision: claim.sourceRevision }),
    observedAt: claim.observedAt,
    acquiredAt: claim.acquiredAt,
    ...measure(claim.observedAt, { ...options, signOff }),
  };
}

function measure(
  observedAt: string,
  options: {
    signOff?: ContextSignOff;
    standard?: ContextStandard;
    now: Date;
    latest: string;
  },
): Pick<ContextFact, 'freshness' | 'verifiedAt' | 'ageSeconds' | 'note'> {
  const { signOff, standard, now, latest } = options;
  if (observedAt > latest) {
    return {
      freshness: 'unknown',
      note: `The source says it observed this at ${observedAt}, which has not come yet`,
    };
  }
  const verifiedAt =
    signOff?.valid && signOff.signedOffAt > observedAt
      ? signOff.signedOffAt
      : observedAt;
  return { verifiedAt, ...measureFreshness({ verifiedAt, now, standard }) };
}
