import { PlainText } from '@agentgov/backstage-plugin-agent-governance-react';
import { Button } from '@backstage/ui';
import { Checks } from './checks/useChecks';
import { PlacedProblem, TextChange } from './types';
import styles from './PolicyEditor.module.css';

/** What is wrong, in words under the editor, each with a way to its place and to what would put it right. */
export function ProblemLinks(props: {
  checks: Checks;
  problems: PlacedProblem[];
  isEmpty: boolean;
  /** Whether they were found in what is there now: only then a fix fits. */
  isCurrent: boolean;
  onGoTo(offset: number): void;
  onFix(fix: TextChange): void;
}) {
  const { checks, problems, isEmpty, isCurrent, onGoTo, onFix } = props;
  return (
    <div className={styles.problems}>
      <p role="status" className={styles.summary}>
        {summaryOf(checks, problems, isEmpty)}
      </p>
      {problems.length > 0 && (
        <ol className={styles.list}>
          {problems.map((problem, index) => (
            <li key={index}>
              {problem.range && (
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => onGoTo(problem.range!.from)}
                >
                  {`Line ${problem.line}, column ${problem.column ?? 1}`}
                </Button>
              )}{' '}
              {problem.severity === 'warning' && 'Warning: '}
              {problem.field !== '' && (
                <>
                  <code>{problem.field}</code>{' '}
                </>
              )}
              <PlainText text={problem.reason} />
              {problem.suggestion !== undefined && (
                <>
                  . Did you mean <code>{problem.suggestion}</code>?{' '}
                  {problem.fix && (
                    <Button
                      size="small"
                      variant="secondary"
                      isDisabled={!isCurrent}
                      onPress={() => onFix(problem.fix!)}
                    >
                      {`Use ${problem.fix.insert}`}
                    </Button>
                  )}
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function summaryOf(
  checks: Checks,
  problems: PlacedProblem[],
  isEmpty: boolean,
): string {
  if (checks.state === 'failed') {
    return `It could not be checked here: ${checks.error.message}`;
  }
  if (problems.length > 0) {
    return problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  }
  if (isEmpty) {
    return 'Nothing is written yet.';
  }
  return checks.state === 'checking' ? 'Checking…' : 'No problems.';
}
