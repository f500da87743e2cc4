import type { createColors } from 'picocolors';
import { JudgedPolicy } from '../policies/judgePolicies';
import { count, shortRef } from './words';

/** Which policies count for nothing, and of which nobody could say. What was checked and is fine needs no words. */
export function authorityLines(
  policies: readonly JudgedPolicy[],
  colours: ReturnType<typeof createColors>,
): string[] {
  const outside = policies.flatMap(({ policy, authority, file, place }) =>
    authority.state === 'outside'
      ? [
          colours.red(
            `${file}:${place.line} ${shortRef(
              policy.document.ref,
            )} does not count: ${authority.because}.`,
          ),
        ]
      : [],
  );
  const open = policies.flatMap(({ policy, authority }) =>
    authority.state === 'not-checked'
      ? [{ ref: shortRef(policy.document.ref), because: authority.because }]
      : [],
  );
  const reasons = new Map(open.map(({ because }) => [because, 0]));
  open.forEach(({ because }) =>
    reasons.set(because, (reasons.get(because) ?? 0) + 1),
  );
  return [
    ...outside,
    ...[...reasons].map(([because, number]) =>
      colours.yellow(
        `Authority of ${count(
          number,
          'policy',
          'policies',
        )} was not checked: ${because}.`,
      ),
    ),
  ];
}
