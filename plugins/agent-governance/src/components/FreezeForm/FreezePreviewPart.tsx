import { FreezePreview } from '@agentgov/backstage-plugin-agent-governance-common';
import { PlainText } from '@agentgov/backstage-plugin-agent-governance-react';
import { CoverageList, Occurrences } from '../FreezeView';
import styles from './FreezeForm.module.css';

/** What would be set, as the portal understands it. */
export function FreezePreviewPart(props: {
  preview: FreezePreview;
  zone: string;
}) {
  const { preview, zone } = props;
  return (
    <section className={styles.preview} aria-label="What would be frozen">
      <p className={styles.words}>
        Covers <PlainText text={preview.scope} limit={500} />.
        {preview.words && ` Comes ${preview.words}.`}
      </p>
      {preview.occurrences.length > 0 && (
        <Occurrences
          title={preview.words ? 'Next times' : 'From and to'}
          occurrences={preview.occurrences}
          zone={zone}
        />
      )}
      <CoverageList coverage={preview.coverage} />
    </section>
  );
}
