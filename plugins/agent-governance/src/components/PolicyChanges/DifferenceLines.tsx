import {
  PolicyDocument,
  writePolicyFile,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { PlainText } from '@agentgov/backstage-plugin-agent-governance-react';
import { VisuallyHidden } from '@backstage/ui';
import { diffLines } from 'diff';
import styles from './PolicyChanges.module.css';

/** More of what stays the same is left out around what does not. */
const CONTEXT = 3;

type Mark = 'same' | 'added' | 'removed' | 'left-out';
interface Line {
  mark: Mark;
  text: string;
}

const SIGNS: Record<Mark, string> = {
  same: ' ',
  added: '+',
  removed: '−',
  'left-out': '⋯',
};

/** Two texts of a policy as one, line by line. A sign and a word say what a colour only repeats. */
export default function DifferenceLines(props: {
  before: PolicyDocument | undefined;
  after: PolicyDocument | undefined;
}) {
  const lines = differenceOf(textOf(props.before), textOf(props.after));
  return (
    <div
      className={styles.difference}
      role="region"
      aria-label="What the texts say differently"
    >
      <ol className={styles.lines}>
        {lines.map(({ mark, text }, index) => (
          <li key={index} className={styles.line} data-mark={mark}>
            <span aria-hidden="true" className={styles.sign}>
              {SIGNS[mark]}
            </span>
            {(mark === 'added' || mark === 'removed') && (
              <VisuallyHidden>{mark}: </VisuallyHidden>
            )}
            <PlainText text={text} limit={2_000} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function textOf(document: PolicyDocument | undefined): string {
  if (!document) {
    return '';
  }
  const { schemaVersion, ref, ...said } = document;
  return writePolicyFile([said as unknown as JsonObject]);
}

function differenceOf(before: string, after: string): Line[] {
  return diffLines(before, after).flatMap(
    ({ added, removed, value }, at, all) => {
      const texts = value.replace(/\n$/, '').split('\n');
      if (added || removed) {
        return texts.map(text => ({
          mark: added ? ('added' as const) : ('removed' as const),
          text,
        }));
      }
      return shortened(texts, {
        keepsStart: at > 0,
        keepsEnd: at < all.length - 1,
      });
    },
  );
}

function shortened(
  texts: string[],
  keeps: { keepsStart: boolean; keepsEnd: boolean },
): Line[] {
  const start = keeps.keepsStart ? CONTEXT : 0;
  const end = keeps.keepsEnd ? CONTEXT : 0;
  const leftOut = texts.length - start - end;
  const same = (text: string): Line => ({ mark: 'same', text });
  return leftOut < 2
    ? texts.map(same)
    : [
        ...texts.slice(0, start).map(same),
        { mark: 'left-out', text: `${leftOut} lines as before` },
        ...texts.slice(texts.length - end).map(same),
      ];
}
