import {
  DraftedPolicy,
  Replay,
  ReplayCounts,
  ReplayFlip,
  ReplayReport,
} from '../../model';
import { plainText } from '../wording';
import { NOT_REPLAYABLE_WORDS } from './words';

/** Whatever means something in Markdown, in HTML, or to who reads pull requests: mentions, numbers, links. */
const MEANS_SOMETHING = /[\\`*_{}[\]()<>#+\-.!|~@&:/=$^"']/g;
const ROWS = 20;

const CHANGES: Record<DraftedPolicy['change'], string> = {
  added: 'added',
  replaced: 'other text',
  mode: 'other mode',
  off: 'off',
  unchanged: 'unchanged',
};

/**
 * The report of a replay for a pull request: what would change, for whom, and a few of the decisions.
 * Text of others is escaped, so that it can be no heading, link, mention or HTML.
 *
 * @param samples - some of the flips, at most 20 are shown
 * @public
 */
export function toReplayMarkdown(
  replay: Pick<Replay, 'title' | 'policies'> & { report: ReplayReport },
  samples: readonly ReplayFlip[] = [],
): string {
  const { report, policies, title } = replay;
  const sections = [
    `## Replay: ${escape(title)}`,
    summaryOf(report),
    section('Policies of the draft', [
      table(
        ['Policy', 'Change', 'Mode', 'Note'],
        policies.map(policy => [
          escape(policy.ref),
          CHANGES[policy.change],
          modesOf(policy),
          policy.inert === undefined
            ? ''
            : `counts for nothing: ${escape(policy.inert)}`,
        ]),
      ),
    ]),
    ...byThing('By policy', 'Policy', report.byPolicy),
    ...byThing('By team', 'Owner of the target', report.byTeam),
    ...byThing('By agent', 'Agent', report.byAgent),
    ...byThing('By action', 'Action', report.byAction),
    ...(samples.length > 0
      ? [
          section('Some of the decisions', [
            table(
              [
                'When',
                'Agent',
                'Action',
                'Target',
                'Now',
                'With the draft',
                'Because',
              ],
              samples
                .slice(0, ROWS)
                .map(flip => [
                  escape(flip.decidedAt),
                  escape(flip.agentRef),
                  escape(flip.actionId),
                  `${escape(flip.targetRef)} in ${escape(flip.environment)}`,
                  flip.before.verdict,
                  flip.after.verdict,
                  escape(flip.after.because),
                ]),
            ),
          ]),
        ]
      : []),
    `Report \`${report.digest.slice(0, 16)}\`, engine ${escape(
      report.engineVersion,
    )}. The same decisions, policies and draft give the same report.`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function summaryOf(report: ReplayReport): string {
  const { scope, decisions, replayed, drift, otherRules } = report;
  const flips = report.loosened + report.tightened + report.checkpoint;
  const drifted = drift.reduce((sum, { count }) => sum + count, 0);
  return [
    `**${flips} of ${replayed} decisions would change**: ${report.loosened} looser, ${report.tightened} tighter, ${report.checkpoint} held with others to ask.`,
    '',
    `Recorded from ${escape(scope.from)} until ${escape(
      scope.to,
    )}: ${decisions} decisions.`,
    ...report.flips.map(
      ({ from, to, count }) =>
        `- ${count} × ${from} → ${to}${
          from === to ? ' (others are asked, or otherwise)' : ''
        }`,
    ),
    ...report.notReplayable.map(
      ({ because, count }) =>
        `- ${count} not made again: ${NOT_REPLAYABLE_WORDS[because]}`,
    ),
    ...(drifted > 0
      ? [
          `- ${drifted} would be decided otherwise than they were by the policies that decide now, without the draft`,
        ]
      : []),
    ...(otherRules > 0
      ? [
          `- ${otherRules} had been decided with other versions of the portal’s rules, and were made again with today’s`,
        ]
      : []),
  ].join('\n');
}

function byThing(
  heading: string,
  name: string,
  { items, others }: ReplayCounts,
): string[] {
  const flipped = items.filter(
    one => one.loosened + one.tightened + one.checkpoint > 0,
  );
  if (flipped.length === 0) {
    return [];
  }
  const more = flipped.length - ROWS + (others?.keys ?? 0);
  return [
    section(heading, [
      table(
        [name, 'Made again', 'Looser', 'Tighter', 'Others to ask'],
        flipped
          .slice(0, ROWS)
          .map(one => [
            escape(one.key),
            String(one.replayed),
            String(one.loosened),
            String(one.tightened),
            String(one.checkpoint),
          ]),
      ),
      ...(flipped.length > ROWS ? [`and ${more} more`] : []),
    ]),
  ];
}

function modesOf({ before, after }: DraftedPolicy): string {
  const [was, is] = [before?.mode ?? 'none', after?.mode ?? 'none'];
  return was === is ? is : `${was} → ${is}`;
}

function section(heading: string, parts: string[]): string {
  return [`### ${heading}`, ...parts].join('\n\n');
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/**
 * As code, in characters that only ever stand for themselves: entities keep Markdown from reading them, and `code` keeps
 * whoever shows it from turning names and numbers into mentions and links.
 */
function escape(text: string): string {
  const characters = plainText(text).replace(
    MEANS_SOMETHING,
    character => `&#${character.charCodeAt(0)};`,
  );
  return `<code>${characters}</code>`;
}
