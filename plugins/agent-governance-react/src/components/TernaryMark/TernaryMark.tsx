import { Ternary } from '@agentgov/backstage-plugin-agent-governance-common';
import { RiCheckLine, RiCloseLine, RiQuestionLine } from '@remixicon/react';
import styles from './TernaryMark.module.css';

const ICONS = {
  true: <RiCheckLine />,
  false: <RiCloseLine />,
  unknown: <RiQuestionLine />,
};

/** Yes, no or unknown, in a word of the caller's choice. @public */
export function TernaryMark(props: {
  result: Ternary;
  words: { true: string; false: string; unknown: string };
}) {
  const key = String(props.result) as keyof typeof ICONS;
  return (
    <span className={styles.mark} data-result={key}>
      <span className={styles.icon} aria-hidden="true">
        {ICONS[key]}
      </span>
      {props.words[key]}
    </span>
  );
}
