import { useSearchParams } from 'react-router-dom';

/** Whose outlook is looked at, and which verdict of it; all of it lives in the address. */
export interface OutlookChoice {
  agent?: string;
  action?: string;
  environment?: string;
}

const NAMES = ['agent', 'action', 'environment'] as const;

/** The choice as the address says it, and a way to make another; what else the address says stays. */
export function useOutlookChoice(): [
  OutlookChoice,
  (choice: OutlookChoice) => void,
] {
  const [params, setParams] = useSearchParams();
  const choice: OutlookChoice = {};
  for (const name of NAMES) {
    choice[name] = params.get(name) ?? undefined;
  }
  return [
    choice,
    next =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          for (const name of NAMES) {
            const value = next[name];
            if (value === undefined) {
              after.delete(name);
            } else {
              after.set(name, value);
            }
          }
          return after;
        },
        { replace: true },
      ),
  ];
}
