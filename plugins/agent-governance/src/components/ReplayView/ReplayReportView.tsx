import {
  Replay,
  ReplayReport,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { NOT_REPLAYABLE_WORDS } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Digest } from '@agentgov/backstage-plugin-agent-governance-react';
import { Link } from '@backstage/ui';
import { headlineOf, say } from '../../replays';
import { VERDICT_WORDS } from '../../verdictWords';
import { ReplayFlips, useFlipLink } from '../ReplayFlips';
import { Section } from '../Section';
import { CountsTable } from './CountsTable';
import { Downloads } from './Downloads';
import styles from './ReplayView.module.css';

/** What a replay found: in words, as a table, and as far as it goes. */
export function ReplayReportView(props: {
  replay: Replay;
  report: ReplayReport;
}) {
  const { replay, report } = props;
  const changed = report.loosened + report.tightened + report.checkpoint;
  return (
    <>
      <Section
        title="What would change"
        actions={<Downloads replay={replay} report={report} />}
      >
        <div className={styles.parts}>
          <p className={styles.headline} role="status">
            {headlineOf(report)}
          </p>
          {report.flips.length > 0 && <Transitions report={report} />}
          <Limits report={report} />
          <p className={styles.quiet}>
            Report <Digest value={report.digest} />, engine{' '}
            {report.engineVersion}. The same decisions, policies and draft give
            the same report.
          </p>
        </div>
      </Section>
      {report.replayed > 0 && <CountsTable report={report} />}
      {changed > 0 && <ReplayFlips replayId={replay.id} />}
    </>
  );
}

function Transitions(props: { report: ReplayReport }) {
  const linkTo = useFlipLink();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        Verdicts under the policies that decide now, and under the draft
      </caption>
      <thead>
        <tr>
          <th scope="col">Now</th>
          <th scope="col">Under the draft</th>
          <th scope="col" className={styles.number}>
            Decisions
          </th>
        </tr>
      </thead>
      <tbody>
        {props.report.flips.map(({ from, to, count }) => (
          <tr key={`${from} ${to}`}>
            <td>{VERDICT_WORDS[from]}</td>
            <td>
              {VERDICT_WORDS[to]}
              {from === to && ', others are asked'}
            </td>
            <td className={styles.number}>
              <Link
                href={linkTo({ from, to })}
                aria-label={`${say(count)}: show them`}
              >
                {say(count)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was not made again, and what is not the draft's doing. */
function Limits(props: { report: ReplayReport }) {
  const { decisions, notReplayable, drift, otherRules } = props.report;
  const missing = notReplayable.reduce((sum, { count }) => sum + count, 0);
  const drifted = drift.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {missing > 0 && (
        <div>
          <p>
            {say(missing)} of {say(decisions, 'decision', 'decisions')} could
            not be made again; nothing is assumed about them:
          </p>
          <ul className={styles.plain}>
            {notReplayable.map(({ because, count }) => (
              <li key={because}>
                {say(count)}: {NOT_REPLAYABLE_WORDS[because]}
              </li>
            ))}
          </ul>
        </div>
      )}
      {drifted > 0 && (
        <div>
          <p>
            Not the draft’s doing:{' '}
            {say(drifted, 'decision was made', 'decisions were made')} otherwise
            than the policies that decide now would.
          </p>
          <ul className={styles.plain}>
            {drift.map(({ from, to, count }) => (
              <li key={`${from} ${to}`}>
                {say(count)}: {VERDICT_WORDS[from].toLowerCase()} then,{' '}
                {VERDICT_WORDS[to].toLowerCase()} now
              </li>
            ))}
          </ul>
        </div>
      )}
      {otherRules > 0 && (
        <p>
          {say(otherRules, 'decision was', 'decisions were')} made with other
          versions of the portal’s rules, and again with today’s.
        </p>
      )}
    </>
  );
}
