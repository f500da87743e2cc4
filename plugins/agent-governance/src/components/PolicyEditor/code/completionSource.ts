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
  Vocabulary,
} from '../completion';
import { EditorMode } from '../types';

const TYPES: Record<Suggestion['kind'], string> = {
  fact: 'variable',
  function: 'function',
  word: 'enum',
  key: 'property',
};

/** Suggestions for the editor, out of the words there are at the moment. */
export function completionSource(
  mode: EditorMode,
  vocabulary: () => Vocabulary,
): (context: CompletionContext) => CompletionResult | null {
  return ({ state, pos, explicit }) => {
    const before = state.sliceDoc(0, pos);
    const found =
      mode === 'expression'
        ? completeExpression(before, vocabulary(), explicit)
        : completeFile(before, state.sliceDoc(pos), vocabulary(), explicit);
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
