import { Diagnostic } from '@codemirror/lint';
import { PlacedProblem } from '../types';

/** What the editor underlines, with the change that would put it right, as long as that fits the text. */
export function toDiagnostics(
  problems: PlacedProblem[],
  length: number,
): Diagnostic[] {
  return problems.flatMap(({ range, severity, reason, fix }) =>
    range === undefined || range.to > length
      ? []
      : [
          {
            ...range,
            severity,
            message: reason,
            ...(fix && {
              actions: [
                {
                  name: `Use ${fix.insert}`,
                  // the text may have moved since it was checked
                  apply: (view, from) => {
                    const moved = from - range.from;
                    view.dispatch({
                      changes: {
                        ...fix,
                        from: fix.from + moved,
                        to: fix.to + moved,
                      },
                      userEvent: 'input.fix',
                    });
                  },
                },
              ],
            }),
          } satisfies Diagnostic,
        ],
  );
}
