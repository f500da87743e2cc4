import { DecisionReason, LevelResult, PolicyLevel, Verdict } from '../../model';

/** What all levels together come to. */
export interface Combination {
  verdict: Verdict;
  reason: DecisionReason;
  because: string;
}

/** Levels that may tighten but whose yes alone is none: they have no authority over the target. */
const NEVER_ALONE: ReadonlyArray<LevelResult['level']> = [
  'agent',
  'delegation',
  'environment',
];

/** Levels that nobody could have asked for a yes. */
const UNASKED: ReadonlyArray<LevelResult['level']> = [
  'agent',
  'delegation',
  'stops',
];

/**
 * The most restrictive level wins, and without a grant nothing runs.
 *
 * In this order: some level denies → *denied*; some level, or `problem`, could not be evaluated →
 * *could not evaluate*; nobody with authority over the target granted, or a required level did not →
 * *not granted*, or *could not evaluate* where it is not known whether they would have; some level wants
 * a person to look → hold; otherwise allow.
 *
 * @public
 */
export function combineLevels(options: {
  levels: readonly LevelResult[];
  /** Levels that must each have granted; pass none for actions that change nothing. */
  requiredLevels: readonly PolicyLevel[];
  /** Why the decision as a whole could not be made, if so. */
  problem?: string;
}): Combination {
  const { levels, requiredLevels, problem } = options;

  const denying = levels.filter(
    level => level.effect === 'deny' && level.couldNotEvaluate === undefined,
  );
  if (denying.length > 0) {
    return refusal('denied', 'Denied', becauseOf(denying));
  }

  const open = levels.filter(level => level.couldNotEvaluate !== undefined);
  if (open.length > 0 || problem !== undefined) {
    return refusal('could-not-evaluate', 'Could not evaluate', [
      ...(problem === undefined ? [] : [problem]),
      ...becauseOf(open),
    ]);
  }

  const granted = new Set(
    levels.filter(level => level.granted).map(level => level.level),
  );
  if (!Array.from(granted).some(level => !NEVER_ALONE.includes(level))) {
    return noGrant(levels);
  }
  const missing = requiredLevels.filter(level => !granted.has(level));
  if (missing.length > 0) {
    return missingGrants(missing, levels);
  }

  const holding = levels.filter(level => level.effect === 'require-approval');
  if (holding.length > 0) {
    return {
      verdict: 'hold',
      reason: 'granted',
      because: sentence('Held for approval', becauseOf(holding)),
    };
  }
  return {
    verdict: 'allow',
    reason: 'granted',
    because: sentence(
      'Allowed',
      becauseOf(levels.filter(level => level.granted)),
    ),
  };
}

/** Nobody said yes: that is one thing if nobody would have, and another if that is not known. */
function noGrant(levels: readonly LevelResult[]): Combination {
  const open = openGrants(
    levels.filter(({ level }) => !NEVER_ALONE.includes(level)),
  );
  if (open.length > 0) {
    return refusal('could-not-evaluate', 'Could not evaluate', open);
  }
  return refusal('not-granted', 'Not granted', [
    'nobody with authority over the target said yes',
    ...becauseOf(levels.filter(({ level }) => !UNASKED.includes(level))),
  ]);
}

function missingGrants(
  missing: readonly PolicyLevel[],
  levels: readonly LevelResult[],
): Combination {
  const open = openGrants(
    levels.filter(({ level }) => missing.some(other => other === level)),
  );
  return open.length === missing.length
    ? refusal('could-not-evaluate', 'Could not evaluate', open)
    : refusal('not-granted', 'Not granted', [
        `the ${missing.join(' and ')} level must say yes too and has not`,
      ]);
}

function openGrants(levels: readonly LevelResult[]): string[] {
  return levels.flatMap(({ openGrant }) => openGrant ?? []);
}

function refusal(
  reason: DecisionReason,
  label: string,
  clauses: string[],
): Combination {
  return { verdict: 'deny', reason, because: sentence(label, clauses) };
}

function becauseOf(levels: readonly LevelResult[]): string[] {
  return levels.map(level => level.because);
}

function sentence(label: string, clauses: string[]): string {
  return `${label}: ${Array.from(new Set(clauses)).join('; ')}.`;
}
