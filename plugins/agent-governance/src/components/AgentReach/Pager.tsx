import { Button } from '@backstage/ui';
import styles from './AgentReach.module.css';

/** Turns the pages of something there is a known number of; nothing where all of it is on one. */
export function Pager(props: {
  /** As in "targets 1 to 10 of 30". */
  what: string;
  page: number;
  size: number;
  total: number;
  onTurn(page: number): void;
}) {
  const { what, page, size, total, onTurn } = props;
  if (total <= size) {
    return null;
  }
  const first = (page - 1) * size + 1;
  return (
    <div className={styles.pager} role="group" aria-label={`Pages of ${what}`}>
      <span role="status">
        {what} {first} to {Math.min(total, first + size - 1)} of {total}
      </span>
      <Button
        size="small"
        variant="secondary"
        isDisabled={page <= 1}
        onPress={() => onTurn(page - 1)}
      >
        Previous {what}
      </Button>
      <Button
        size="small"
        variant="secondary"
        isDisabled={first + size > total}
        onPress={() => onTurn(page + 1)}
      >
        Next {what}
      </Button>
    </div>
  );
}
