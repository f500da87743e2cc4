import {
  Completion,
  CompletionContext,
  CompletionResult,
} from '@codemirror/autocomplete';
import { EditorView } from '@codemirror/view';
import {
  completeExpression,
  completeFile,
  CURSOR,
  Suggestion,
  Suggestions,
  Vocabulary,
} from '../completion';
import { EditorMode } from '../types';

const TYPES: Record<Suggestion['kind'], string> = {
  fact: 'variable',
  function: 'function',
  word: 'enum',
  key: 'property',
};

const COMPLETIONS: Record<
  EditorMode,
  (
    before: string,
    after: string,
    vocabulary: Vocabulary,
    asked: boolean,
  ) => Suggestions | undefined
> = {
  file: completeFile,
  expression: (before, _, vocabulary, asked) =>
    completeExpression(before, vocabulary, asked),
  fixtures: () => undefined,
};

/** Suggestions for the editor, out of the words there are at the moment. */
export function completionSource(
  mode: EditorMode,
  vocabulary: () => Vocabulary,
): (context: CompletionContext) => CompletionResult | null {
  return ({ state, pos, explicit }) => {
    const before = state.sliceDoc(0, pos);
    const after = state.sliceDoc(pos);
    const found = COMPLETIONS[mode](before, after, vocabulary(), explicit);
    return found
      ? { ...found, options: found.options.map(toCompletion) }
      : null;
  };
}

function toCompletion(suggestion: Suggestion): Completion {
  const { label, kind, detail, info, insert } = suggestion;
  return {
    label,
    type: TYPES[kind],
    ...(detail !== undefined && { detail }),
    ...(info !== undefined && { info }),
    ...(insert !== undefined && { apply: putIn(insert) }),
  };
}

/** Puts a text in as it is, and the cursor where it says. */
function putIn(insert: string) {
  const [before, after = ''] = insert.split(CURSOR);
  return (view: EditorView, _: Completion, from: number, to: number) => {
    view.dispatch({
      changes: { from, to, insert: before + after },
      selection: { anchor: from + before.length },
      scrollIntoView: true,
      userEvent: 'input.complete',
    });
  };
}
