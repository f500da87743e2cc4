import {
  compileExpression,
  describeFacts,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { typeWord } from '../PolicyEditor/completion/describeFact';
import styles from './PolicyRules.module.css';

const FACTS = new Map(describeFacts().map(fact => [fact.name, fact]));

/** What each fact says that an expression looks at. It comes with the engine, which knows what it reads. */
export default function FactsRead(props: { when: string }) {
  const compiled = compileExpression(props.when);
  const reads = compiled.ok ? compiled.expression.reads : [];
  return reads.length === 0 ? (
    <p className={styles.quiet}>No fact.</p>
  ) : (
    <dl className={styles.facts}>
      {reads.map(path => {
        const fact = FACTS.get(path);
        return (
          <div key={path}>
            <dt>
              <code>{path}</code>
            </dt>
            <dd>
              {fact?.description} {fact && `(${typeWord(fact.type)})`}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
