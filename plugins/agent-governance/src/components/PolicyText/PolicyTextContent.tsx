import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useMemo } from 'react';
import { useAddress } from '../../address';
import { EmptyState } from '../EmptyState';
import { NumberedText } from './NumberedText';
import { readTexts } from './readTexts';
import styles from './PolicyText.module.css';

/** The texts of a policy. It comes with the engine, which finds the lines. */
export default function PolicyTextContent(props: { policy: PolicyDetail }) {
  const { policy } = props;
  const { decides, catalog, isSame } = useMemo(
    () => readTexts(policy),
    [policy],
  );
  const [{ shown: chosen }, change] = useAddress(['shown'] as const);
  const both = decides !== undefined && catalog !== undefined;
  // where they differ, what its author has to look at comes first
  const isCatalog = catalog !== undefined && !(both && chosen === 'decides');
  const text = isCatalog ? catalog : decides;
  if (!text) {
    return (
      <EmptyState
        title="There is no text to show."
        description="What comes from a place that is not trusted is not read. It stands on the entity’s own page."
      />
    );
  }
  const label = isCatalog ? 'What the catalog holds' : 'What decides';
  return (
    <div className={styles.text}>
      {both && (
        <ToggleButtonGroup
          aria-label="Which text"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[isCatalog ? 'catalog' : 'decides']}
          onSelectionChange={([key]) =>
            change({ shown: key === 'decides' ? 'decides' : undefined })
          }
        >
          <ToggleButton id="catalog">What the catalog holds</ToggleButton>
          <ToggleButton id="decides">What decides</ToggleButton>
        </ToggleButtonGroup>
      )}
      <p className={styles.quiet}>
        {wordsOf(isCatalog, isSame)}
        {text.isMasked && ' Names that you may not read are masked in it.'}
      </p>
      <NumberedText label={label} text={text.text} problems={text.problems} />
    </div>
  );
}

function wordsOf(isCatalog: boolean, isSame: boolean): string {
  if (!isCatalog) {
    return 'What decides, with every default written out. It is not what the catalog holds.';
  }
  return isSame
    ? 'What the catalog holds, and what decides.'
    : 'What the catalog holds. It is not what decides.';
}
