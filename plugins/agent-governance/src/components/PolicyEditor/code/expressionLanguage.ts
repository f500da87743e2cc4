import { StreamLanguage } from '@codemirror/language';

const TOKENS: ReadonlyArray<[pattern: RegExp, style: string | null]> = [
  [/\/\/.*/, 'comment'],
  [/"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?/, 'string'],
  [/(?:true|false)\b/, 'bool'],
  [/in\b/, 'keyword'],
  [/\d+(?:\.\d+)?/, 'number'],
  [/[A-Za-z_][\w.]*/, 'propertyName'],
  [/[=!<>&|+\-*/%?:]+/, 'operator'],
];

/** Colours for the expressions of rules. What they mean is for the checks to say. */
export const expressionLanguage = StreamLanguage.define({
  name: 'cel',
  token(stream) {
    for (const [pattern, style] of TOKENS) {
      if (stream.match(pattern)) {
        return style;
      }
    }
    stream.next();
    return null;
  },
});
