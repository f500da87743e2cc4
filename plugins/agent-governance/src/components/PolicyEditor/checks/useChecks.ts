import { useEffect, useState } from 'react';
import { EditorMode, PlacedProblem } from '../types';

/** How long nothing is typed before it is looked at, and of a long text. */
const SETTLED_AFTER = 300;
const LONG_SETTLED_AFTER = 1_200;
const LONG = 64 * 1024;

/** What is known of a text: nothing yet, what is wrong with it, or that it could not be looked at. */
export type Checks =
  | { state: 'checking' }
  | { state: 'checked'; of: string; problems: PlacedProblem[] }
  | { state: 'failed'; error: Error };

/**
 * Checks a text in the browser once it has not changed for a moment. What was found stays until something newer is, and
 * says of which text it is.
 */
export function useChecks(
  mode: EditorMode,
  text: string,
  environments?: readonly string[],
): Checks {
  const [checks, setChecks] = useState<Checks>({ state: 'checking' });
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(
      async () => {
        const found = await check(mode, text, environments);
        if (isCurrent) {
          setChecks(found);
        }
      },
      text.length > LONG ? LONG_SETTLED_AFTER : SETTLED_AFTER,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [mode, text, environments]);
  return checks;
}

/** The engine is large, and comes with the first check. */
async function check(
  mode: EditorMode,
  text: string,
  environments?: readonly string[],
): Promise<Checks> {
  try {
    const { checkText } = await import('./checkText');
    const problems = checkText(mode, text, environments);
    return { state: 'checked', of: text, problems };
  } catch (error) {
    return {
      state: 'failed',
      error: error instanceof Error ? error : new Error(String(error)),
    };
  }
}
