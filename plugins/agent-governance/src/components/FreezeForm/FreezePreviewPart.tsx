import { FreezePreview } from '@agentgov/backstage-plugin-agent-governance-common';
import { PlainText } from '@agentgov/backstage-plugin-agent-governance-react';
import { CoverageList, Occurrences } from '../FreezeView';
import styles from './FreezeForm.module.css';

/**
 * What would be set, as the portal understands it.
 *
 * It is as tall before there is an answer as after: what moves under the hand closes what a person has just opened.
 */
export function FreezePreviewPart(props: {
  preview: FreezePreview | undefined;
  zone: string;
}) {
  const { preview, zone } = props;
  return (
    <section
      className={styles.preview}
      aria-label="What would be frozen"
      // It scrolls, so a keyboard must reach it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {preview ? (
        <>
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
        </>
      ) : (
        <p className={styles.words}>
          What would be frozen, and when, is shown here.
        </p>
      )}
    </section>
  );
}
