import { useSearchParams } from 'react-router-dom';

/** Some of what the address says, by name, and a way to say something else; what it says besides stays. */
export function useAddress<Name extends string>(
  names: readonly Name[],
): [
  Partial<Record<Name, string>>,
  (change: Partial<Record<Name, string>>) => void,
] {
  const [params, setParams] = useSearchParams();
  const said: Partial<Record<Name, string>> = {};
  for (const name of names) {
    said[name] = params.get(name) ?? undefined;
  }
  return [
    said,
    change =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            if (value) {
              after.set(name, String(value));
            } else {
              after.delete(name);
            }
          }
          return after;
        },
        { replace: true },
      ),
  ];
}
