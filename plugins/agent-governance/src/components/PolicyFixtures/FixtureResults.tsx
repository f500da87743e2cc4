import {
  PlainText,
  StatusTag,
  StatusTagProps,
} from '@agentgov/backstage-plugin-agent-governance-react';
import type {
  FixtureCoverage,
  FixtureResult,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { RiCheckLine, RiCloseLine, RiErrorWarningLine } from '@remixicon/react';
import { List } from '../List';
import { PolicyProblems } from '../PolicyTrouble/PolicyProblems';
import { Tried } from './tryFixtures';
import styles from './PolicyFixtures.module.css';

const OUTCOMES: Record<
  FixtureResult['outcome'],
  Omit<StatusTagProps, 'children'> & { word: string }
> = {
  passed: { word: 'As expected', tone: 'success', icon: <RiCheckLine /> },
  failed: { word: 'Otherwise', tone: 'danger', icon: <RiCloseLine /> },
  invalid: {
    word: 'Says nothing',
    tone: 'warning',
    icon: <RiErrorWarningLine />,
  },
};

const VERDICTS: Record<FixtureResult['decision']['verdict'], string> = {
  allow: 'Allowed',
  hold: 'Held for people',
  deny: 'Denied',
};

/** What became of each fixture, and what of the policy none of them tries. */
export function FixtureResults(props: { tried: Tried }) {
  const { tried } = props;
  if (!tried.ok) {
    return (
      <div role="status">
        <p className={styles.quiet}>These fixtures cannot be read.</p>
        <PolicyProblems problems={tried.problems} />
      </div>
    );
  }
  const { run, coverage } = tried;
  const passed = run.results.filter(({ outcome }) => outcome === 'passed');
  return (
    <div className={styles.results}>
      <p role="status" className={styles.summary}>
        {passed.length} of {run.results.length} as expected; {coverage.covered}{' '}
        of {coverage.required} outcomes of its rules are tried.
      </p>
      <List aria-label="Fixtures">
        {run.results.map(result => (
          <Result key={result.fixture.name} result={result} />
        ))}
      </List>
      <Untried coverage={coverage} />
    </div>
  );
}

function Result(props: { result: FixtureResult }) {
  const { fixture, outcome, decision, decisive, differences, problems } =
    props.result;
  const { word, ...tag } = OUTCOMES[outcome];
  return (
    <li>
      <p className={styles.line}>
        <StatusTag {...tag}>{word}</StatusTag>
        <PlainText text={fixture.name} />
      </p>
      <p className={styles.quiet}>
        {VERDICTS[decision.verdict]}
        {decision.reason === 'could-not-evaluate' &&
          ', because it could not be evaluated'}
        {decision.reason === 'not-granted' && ', because nobody granted it'}
        {decisive.length > 0 &&
          `, by ${decisive
            .map(({ title, rule }) => `${rule} of “${title}”`)
            .join(' and ')}`}
        .
      </p>
      {differences.length > 0 && (
        <ul className={styles.differences}>
          {differences.map(({ field, expected, got }) => (
            <li key={field}>
              <code>{field}</code>: expected <PlainText text={expected} />, got{' '}
              <PlainText text={got} />
            </li>
          ))}
        </ul>
      )}
      {problems.length > 0 && <PolicyProblems problems={problems} />}
    </li>
  );
}

function Untried(props: { coverage: FixtureCoverage }) {
  const untried = props.coverage.policies
    .flatMap(({ rules }) => rules)
    .flatMap(({ name, when, matched, notMatched }) => [
      ...(matched === 0 ? [{ name, words: 'that it matches' }] : []),
      ...(when !== undefined && notMatched === 0
        ? [{ name, words: 'that it does not match' }]
        : []),
    ]);
  return untried.length === 0 ? null : (
    <div>
      <p className={styles.quiet}>No fixture tries:</p>
      <ul className={styles.differences}>
        {untried.map(({ name, words }) => (
          <li key={`${name} ${words}`}>
            of <code>{name}</code>, {words}
          </li>
        ))}
      </ul>
    </div>
  );
}
