import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
} from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState, Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  tooltips,
} from '@codemirror/view';
import { Vocabulary } from '../completion';
import { EditorMode } from '../types';
import { completionSource } from './completionSource';
import { expressionLanguage } from './expressionLanguage';
import { theme } from './theme';

/** Everything an editor of policies is made of that does not change while it is open. */
export function createExtensions(options: {
  mode: EditorMode;
  vocabulary(): Vocabulary;
  onChange(value: string): void;
}): Extension {
  const { mode, vocabulary, onChange } = options;
  const isFile = mode !== 'expression';
  return [
    ...(isFile ? [lineNumbers(), lintGutter(), yaml()] : [expressionLanguage]),
    history(),
    drawSelection(),
    // shows what text from elsewhere would hide: marks of direction, and what has no width
    highlightSpecialChars(),
    indentUnit.of('  '),
    EditorState.tabSize.of(2),
    bracketMatching(),
    closeBrackets(),
    autocompletion({
      override: [completionSource(mode, vocabulary)],
      icons: false,
      maxRenderedOptions: 60,
    }),
    tooltips({ tooltipSpace: spaceOf }),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...completionKeymap,
      ...lintKeymap,
      // in an expression Tab goes on; in a file it indents, and goes on after Escape
      ...(isFile ? [indentWithTab] : []),
    ]),
    EditorView.lineWrapping,
    EditorView.updateListener.of(update => {
      if (update.docChanged) {
        onChange(update.state.doc.toString());
      }
    }),
    theme,
  ];
}

/** What floats stays right of where the editor begins: left of it are other parts of the page, and it would be cut. */
function spaceOf({ dom }: EditorView) {
  const { left } = dom.getBoundingClientRect();
  return {
    top: 0,
    left,
    bottom: window.innerHeight,
    right: window.innerWidth,
  };
}
