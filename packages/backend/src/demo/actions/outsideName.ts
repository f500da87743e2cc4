import {
  ExecutionFailedError,
  SealedTarget,
} from '@agentgov/backstage-plugin-agent-governance-node';

/**
 * What the demo world calls the target. It comes from the sealed entity, so that what was decided about is what
 * is touched.
 *
 * @throws ExecutionFailedError when the entity does not say
 */
export function outsideName(target: SealedTarget, annotation: string): string {
  const name = target.annotations[annotation];
  if (!name) {
    throw new ExecutionFailedError(
      `${target.ref} has no annotation ${annotation}`,
    );
  }
  return name;
}
