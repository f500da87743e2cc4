/** A mistake its reader can put right; shown without a stack trace. */
export class UserError extends Error {
  name = 'UserError';
}

/** Prints one progress line, recognisable among the output of other tools. */
export function say(message) {
  process.stdout.write(`» ${message}\n`);
}

/** `74300` → `1m 14s`, `900` → `0.9s`. */
export function formatDuration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) {
    return `${seconds.toFixed(1)}s`;
  }
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}m ${whole % 60}s`;
}
