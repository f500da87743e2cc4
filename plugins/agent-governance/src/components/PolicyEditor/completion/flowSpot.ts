/** Where the cursor is inside of braces and brackets. */
export interface FlowSpot {
  /** Fields and entries (`*`) that were entered. */
  path: string[];
  /** Whether a field is named here, rather than given a value. */
  isKey: boolean;
  /** Where what is being written begins, counted from the beginning of the text. */
  start: number;
  /** Fields that the innermost braces have already. */
  taken: string[];
}

type Frame = { isMap: boolean; key?: string; taken: string[] };

/** Reads flow-style YAML up to the cursor: `{ from: target-owner, count:`. */
export function flowSpot(text: string): FlowSpot {
  const frames: Frame[] = [];
  let start = 0;
  let quote: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    const frame = frames[frames.length - 1];
    if (quote !== undefined) {
      quote = character === quote ? undefined : quote;
    } else if (
      (character === "'" || character === '"') &&
      text.slice(start, at).trim() === ''
    ) {
      quote = character;
    } else if (character === '{' || character === '[') {
      frames.push({ isMap: character === '{', taken: [] });
      start = at + 1;
    } else if (frame && (character === '}' || character === ']')) {
      frames.pop();
      start = at + 1;
    } else if (frame && character === ',') {
      frame.key = undefined;
      start = at + 1;
    } else if (
      frame?.isMap &&
      frame.key === undefined &&
      character === ':' &&
      /\s|$/.test(text[at + 1] ?? '')
    ) {
      frame.key = text.slice(start, at).trim().replace(/["']/g, '');
      frame.taken.push(frame.key);
      start = at + 1;
    }
  }
  const innermost = frames[frames.length - 1];
  const isKey = innermost?.isMap === true && innermost.key === undefined;
  const space = /^\s*/.exec(text.slice(start))![0].length;
  return {
    path: frames.flatMap(stepOf),
    isKey,
    start: start + space,
    taken: innermost?.taken ?? [],
  };
}

function stepOf({ isMap, key }: Frame): string[] {
  const field = key === undefined ? [] : [key];
  return isMap ? field : ['*'];
}
