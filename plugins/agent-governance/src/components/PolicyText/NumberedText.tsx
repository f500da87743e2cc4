import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import { PlainText } from '@agentgov/backstage-plugin-agent-governance-react';
import styles from './PolicyText.module.css';

type Problem = PolicyDetail['problems'][number];

/** A text with its line numbers, and under each line what is wrong with it. */
export function NumberedText(props: {
  label: string;
  text: string;
  problems: Problem[];
}) {
  const { label, text, problems } = props;
  const lines = text.replace(/\n$/, '').split('\n');
  return (
    <ol className={styles.lines} aria-label={label}>
      {lines.map((line, index) => {
        const wrong = problems.filter(one => one.line === index + 1);
        return (
          <li key={index} className={styles.line} data-wrong={wrong.length > 0}>
            <code className={styles.code}>{line === '' ? ' ' : line}</code>
            {wrong.map((problem, place) => (
              <p key={place} className={styles.problem}>
                {problem.column !== undefined && <>Column {problem.column}: </>}
                <PlainText text={problem.reason} />
                {problem.suggestion !== undefined && (
                  <>
                    . Did you mean <code>{problem.suggestion}</code>?
                  </>
                )}
              </p>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
