import { Button } from '@backstage/ui';
import { useState } from 'react';
import { revealHidden } from './revealHidden';
import styles from './PlainText.module.css';

const DEFAULT_LIMIT = 280;

/** Cuts by whole characters, so that no half of one is left behind. */
function cut(text: string, limit: number): string {
  return text.length <= limit
    ? text
    : Array.from(text.slice(0, limit * 2))
        .slice(0, limit)
        .join('');
}

function lengthInWords(text: string): string {
  return `Show all ${text.length.toLocaleString('en')} characters`;
}

/** @public */
export interface PlainTextProps {
  text: string;
  /** Characters shown before a person asks for the rest; 280 when absent. */
  limit?: number;
}

/**
 * Text from agents, tools and tickets: never markup, never longer than asked for,
 * kept from reordering what stands around it, hidden characters shown by number.
 *
 * @public
 */
export function PlainText(props: PlainTextProps) {
  const { text, limit = DEFAULT_LIMIT } = props;
  const [expanded, setExpanded] = useState(false);
  const shown = expanded ? text : cut(text, limit);
  const isCut = shown.length < text.length;
  return (
    <span className={styles.root}>
      <bdi className={styles.text}>
        {revealHidden(shown).map((part, index) =>
          part.kind === 'text' ? (
            part.value
          ) : (
            <span
              key={index}
              className={styles.hidden}
              title="A character that would not be visible"
            >
              {part.codePoint}
            </span>
          ),
        )}
        {isCut && '…'}
      </bdi>
      {(isCut || expanded) && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setExpanded(!expanded)}
        >
          {expanded ? 'Show less' : lengthInWords(text)}
        </Button>
      )}
    </span>
  );
}
