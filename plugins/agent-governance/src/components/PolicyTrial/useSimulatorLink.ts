import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { simulatorRouteRef } from '../../routes';
import { packText } from '../SimulatorPage/address/packText';

/** Longer addresses are cut by some of what links are sent through. */
const MAX_LENGTH = 16_000;

/** Leads to the simulator with a text to try; `undefined` while it is being packed, and where it is too long for a link. */
export function useSimulatorLink(text: string): string | undefined {
  const page = useRouteRef(simulatorRouteRef);
  const [packed, setPacked] = useState<{ text: string; word: string }>();
  useEffect(() => {
    let isCurrent = true;
    packText(text).then(word => {
      if (isCurrent) {
        setPacked({ text, word });
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [text]);
  const link =
    page && packed?.text === text
      ? `${page()}#draft=${packed.word}`
      : undefined;
  return link && link.length <= MAX_LENGTH ? link : undefined;
}
