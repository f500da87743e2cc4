import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import { PlainText } from '@agentgov/backstage-plugin-agent-governance-react';
import styles from './PolicyTrouble.module.css';

type Problem = PolicyDetail['problems'][number];

/** Where it is: the field, and the line and column where they are known. */
function placeOf({ field, line, column, expression }: Problem): string {
  if (line === undefined) {
    return field;
  }
  const where = column === undefined ? `line ${line}` : `${line}:${column}`;
  return expression === undefined
    ? `${field}, ${where}`
    : `${field} (${where})`;
}

/** What is wrong, each with its place, what is allowed, and what was probably meant. */
export function PolicyProblems(props: { problems: Problem[] }) {
  return (
    <ul className={styles.list}>
      {props.problems.map((problem, index) => (
        <li key={index}>
          <code>{placeOf(problem)}</code>: <PlainText text={problem.reason} />
          {problem.suggestion !== undefined && (
            <>
              {' '}
              Did you mean <code>{problem.suggestion}</code>?
            </>
          )}
          {problem.expression !== undefined && (
            <pre className={styles.expression}>{problem.expression}</pre>
          )}
        </li>
      ))}
    </ul>
  );
}
