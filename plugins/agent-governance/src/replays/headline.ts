import { ReplayReport } from '@agentgov/backstage-plugin-agent-governance-common';

/** A number as people read it, in front of what it counts. */
export function say(count: number, one?: string, many?: string): string {
  const digits = count.toLocaleString('en-US');
  return one === undefined ? digits : `${digits} ${count === 1 ? one : many}`;
}

/** What would change, in a sentence: how many of how many, and in which direction. */
export function headlineOf(
  report: Pick<
    ReplayReport,
    'decisions' | 'replayed' | 'loosened' | 'tightened' | 'checkpoint'
  >,
): string {
  const { decisions, replayed, loosened, tightened, checkpoint } = report;
  if (decisions === 0) {
    return 'No decision was recorded in this scope.';
  }
  if (replayed === 0) {
    return 'No decision could be made again.';
  }
  const changed = loosened + tightened + checkpoint;
  if (changed === 0) {
    return `None of ${say(replayed, 'decision', 'decisions')} would change.`;
  }
  const directions = [
    tightened > 0 &&
      `${say(tightened)} ${tightened === 1 ? 'becomes' : 'become'} stricter`,
    loosened > 0 && `${say(loosened)} looser`,
    checkpoint > 0 && `${say(checkpoint)} held with others to ask`,
  ].filter(Boolean);
  return `${say(changed)} of ${say(
    replayed,
    'decision',
    'decisions',
  )} would change: ${directions.join(', ')}.`;
}
