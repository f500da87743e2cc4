import { VisuallyHidden } from '@backstage/ui';
import { ReactNode } from 'react';
import styles from './Matrix.module.css';

/** What a cell says; it opens to why. */
export function MatrixButton(props: {
  /** Which cell it is, to those who do not see rows and columns. */
  label: string;
  because: string;
  isChosen: boolean;
  onToggle(): void;
  children: ReactNode;
}) {
  const { label, because, isChosen, onToggle, children } = props;
  return (
    <button
      type="button"
      className={styles.button}
      aria-expanded={isChosen}
      title={because}
      onClick={onToggle}
    >
      <VisuallyHidden>{label}: </VisuallyHidden>
      {children}
    </button>
  );
}
