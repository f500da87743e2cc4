import { PlainText } from '@agentgov/backstage-plugin-agent-governance-react';
import { Link } from '@backstage/ui';
import { Quiet } from '../Item';

/** From where the catalog had a text. Who changed it there it does not know, and nobody guesses it here. */
export function SourcePlace(props: {
  originLocation: string;
  sourceUrl?: string;
}) {
  const { originLocation, sourceUrl } = props;
  return (
    <Quiet as="p">
      From <PlainText text={originLocation} />
      {sourceUrl !== undefined && (
        <>
          {' '}
          (
          <Link href={sourceUrl} target="_blank" rel="noopener noreferrer">
            where its entity says it stands
          </Link>
          )
        </>
      )}
      . Who changed it there, its history there says.
    </Quiet>
  );
}
