import {
  DecisionCore,
  Facts,
  PolicyLevel,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Button, TextAreaField } from '@backstage/ui';
import { RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import { CopyOutcome, copyText } from '../copyText';
import styles from '../SimulatorPage.module.css';

const SAID: Record<CopyOutcome, string> = {
  copied: 'Copied; it goes under fixtures in the file beside the policy.',
  refused: 'The browser did not let it be copied; take it from here.',
};

/** The decision as a fixture: what was given, and what comes of it, for the file beside a policy. */
export function CopyFixture(props: {
  name: string;
  facts: Facts;
  requiredLevels: PolicyLevel[];
  decision: DecisionCore;
}) {
  const { name, facts, requiredLevels, decision } = props;
  const [copied, setCopied] = useState<{ text: string; said: CopyOutcome }>();
  const [hasFailed, setHasFailed] = useState(false);
  const copy = async () => {
    try {
      const { fixtureText, toFixture } = await import(
        '@agentgov/backstage-plugin-agent-governance-common/policy'
      );
      const fixture = toFixture({ name, facts, decision, requiredLevels });
      const text = fixtureText([fixture], { entries: true });
      setCopied({ text, said: await copyText(text) });
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
  };
  return (
    <div className={styles.fields}>
      <div className={styles.line}>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiFileCopyLine />}
          onPress={copy}
        >
          Copy as fixture
        </Button>
        <span role="status">
          {hasFailed && 'No fixture could be made of it.'}
          {!hasFailed && copied && SAID[copied.said]}
        </span>
      </div>
      {copied && (
        <TextAreaField
          label="Fixture"
          isReadOnly
          rows={8}
          value={copied.text}
        />
      )}
    </div>
  );
}
