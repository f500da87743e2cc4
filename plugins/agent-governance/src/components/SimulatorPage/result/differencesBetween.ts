import {
  DecisionCore,
  LevelResult,
  PolicyResult,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** One thing that two decisions say differently, in words. */
export interface DecisionDifference {
  where: string;
  before: string;
  after: string;
}

const NOTHING = 'nothing';

const LEVEL_EFFECTS: Record<LevelResult['effect'], string> = {
  allow: 'allows it',
  'require-approval': 'requires approval',
  deny: 'denies it',
  none: 'says nothing',
};

const MATCHES: Record<string, string> = {
  true: 'matches',
  false: 'does not match',
  unknown: 'unknown whether it matches',
};

/** What two decisions about the same facts say differently, the verdict first, then level by level and rule by rule. */
export function differencesBetween(
  before: DecisionCore,
  after: DecisionCore,
): DecisionDifference[] {
  const levels = new Set([
    ...before.levels.map(({ level }) => level),
    ...after.levels.map(({ level }) => level),
  ]);
  const levelOf = (decision: DecisionCore, level: string) =>
    decision.levels.find(one => one.level === level);
  return [
    compare('Verdict', verdictWords(before), verdictWords(after)),
    compare('Because', before.because, after.because),
    ...[...levels].flatMap(level => [
      compare(
        `Level ${level}`,
        levelWords(levelOf(before, level)),
        levelWords(levelOf(after, level)),
      ),
      ...ruleDifferences(levelOf(before, level), levelOf(after, level)),
    ]),
    compare('Who has to look', checkpointWords(before), checkpointWords(after)),
  ].flatMap(difference => difference ?? []);
}

function compare(
  where: string,
  before: string,
  after: string,
): DecisionDifference | undefined {
  return before === after ? undefined : { where, before, after };
}

function verdictWords({ verdict, reason }: DecisionCore): string {
  return verdict === 'deny' ? `${verdict} (${reason})` : verdict;
}

function levelWords(level: LevelResult | undefined): string {
  if (!level) {
    return NOTHING;
  }
  const grant = level.granted ? ', and grants' : '';
  return level.couldNotEvaluate === undefined
    ? `${LEVEL_EFFECTS[level.effect]}${grant}`
    : 'could not be evaluated';
}

function ruleDifferences(
  before: LevelResult | undefined,
  after: LevelResult | undefined,
): Array<DecisionDifference | undefined> {
  const [then, now] = [before, after].map(level => rulesOf(level));
  return [...new Set([...then.keys(), ...now.keys()])].map(rule =>
    compare(rule, then.get(rule) ?? NOTHING, now.get(rule) ?? NOTHING),
  );
}

function rulesOf(level: LevelResult | undefined): Map<string, string> {
  return new Map(
    (level?.policies ?? []).flatMap(policy =>
      policy.rules.map((rule): [string, string] => [
        `Rule ${rule.name} of ${nameOf(policy)}`,
        `${rule.effect}: ${MATCHES[String(rule.matched)]}`,
      ]),
    ),
  );
}

function nameOf({ id, title }: PolicyResult): string {
  return title === id ? id : `${title} (${id})`;
}

function checkpointWords({ checkpoints }: DecisionCore): string {
  return checkpoints.length === 0
    ? 'nobody'
    : checkpoints
        .map(({ anyOf }) =>
          anyOf
            .map(({ allOf }) =>
              allOf
                .map(
                  ({ count, resolved }) => `${count} of ${resolved.join(', ')}`,
                )
                .join(' and '),
            )
            .join(' or '),
        )
        .join('; ');
}
