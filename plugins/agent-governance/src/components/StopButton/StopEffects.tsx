import { StopImpact } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  useStopPreview,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert } from '@backstage/ui';
import { LoadState } from '../LoadState';
import styles from './StopEffects.module.css';

const count = (n: number, one: string, many: string) =>
  `${n} ${n === 1 ? one : many}`;

/** Open requests a stop covers, in sentences. */
function linesOf(impact: StopImpact): string[] {
  const { held, authorised, cutOff, finishing } = impact;
  const lines = [
    held > 0 && `${count(held, 'held request ends', 'held requests end')}.`,
    authorised > 0 &&
      `${count(
        authorised,
        'request that may start is',
        'requests that may start are',
      )} stopped before it does.`,
    cutOff > 0 && `${count(cutOff, 'execution is', 'executions are')} cut off.`,
    finishing > 0 &&
      `${count(
        finishing,
        'execution finishes',
        'executions finish',
      )}: cut off, nobody could tell whether it happened.`,
  ];
  return lines.filter(line => line !== false);
}

/** What pulling a stop would do at this moment. */
export function StopEffects(props: {
  preview: ReturnType<typeof useStopPreview>;
}) {
  const { preview } = props;
  return (
    <LoadState query={preview} what="what this stop would do">
      {() => {
        const { inForce, impact } = preview.data!;
        const lines = impact ? linesOf(impact) : [];
        return (
          <div className={styles.effects}>
            {inForce && (
              <Alert
                status="warning"
                icon
                title="It is stopped already"
                description={
                  <>
                    <PlainText text={inForce.reason} /> (
                    <EntityName entityRef={inForce.pulledBy} />
                    ). To pull it again changes nothing, unless its release is
                    under way: then that begins anew.
                  </>
                }
              />
            )}
            {impact && (
              <>
                <p>
                  {lines.length === 0
                    ? 'Nothing is under way that this would stop. Nothing new starts from then on.'
                    : 'From then on nothing new starts, and at this moment:'}
                </p>
                {lines.length > 0 && (
                  <ul>
                    {lines.map(line => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                )}
              </>
            )}
          </div>
        );
      }}
    </LoadState>
  );
}
