import { UnblockStep } from '@agentgov/backstage-plugin-agent-governance-common';
import { UnblockItem } from './UnblockItem';
import styles from './UnblockList.module.css';

/**
 * What would turn the verdict, who can bring it about, and where.
 *
 * @param props - `requestId` of the request that waits, if one does: what a review is given to
 * @public
 */
export function UnblockList(props: {
  steps: UnblockStep[];
  requestId?: string;
}) {
  const { steps, requestId } = props;
  return (
    <ul className={styles.list}>
      {steps.map((step, index) => (
        <UnblockItem key={index} step={step} requestId={requestId} />
      ))}
    </ul>
  );
}
