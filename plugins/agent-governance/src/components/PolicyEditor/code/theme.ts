import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const HAIRLINE = '1px solid var(--bui-border-2)';

/**
 * The portal's own colours. They are variables, of the page or, in `PolicyEditor.module.css`, made of those, so that the
 * editor follows the portal from light to dark by itself.
 */
const frame = EditorView.theme({
  '&': {
    color: 'var(--bui-fg-primary)',
    backgroundColor: 'var(--bui-bg-app)',
    border: HAIRLINE,
    borderRadius: 'var(--bui-radius-2)',
    fontSize: 'var(--bui-font-size-3)',
  },
  '&.cm-focused': {
    outline: '2px solid var(--bui-ring)',
    outlineOffset: '1px',
  },
  '.cm-scroller': {
    fontFamily: 'var(--bui-font-monospace)',
    lineHeight: '1.5',
  },
  '.cm-content': { caretColor: 'var(--bui-fg-primary)' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--bui-fg-primary)' },
  '.cm-gutters': {
    color: 'var(--bui-fg-secondary)',
    backgroundColor: 'var(--bui-bg-app)',
    borderRight: HAIRLINE,
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection':
    { backgroundColor: 'var(--editor-selection)' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--editor-match)',
  },
  '&.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--editor-error)',
  },
  '.cm-specialChar': { color: 'var(--editor-hidden)' },
});

/** What floats over it: suggestions, and what is wrong under the pointer. */
const floating = EditorView.theme({
  '.cm-tooltip': {
    color: 'var(--bui-fg-primary)',
    backgroundColor: 'var(--bui-bg-app)',
    border: HAIRLINE,
    borderRadius: 'var(--bui-radius-2)',
    maxWidth: 'min(40rem, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--bui-font-monospace)',
    maxHeight: '14rem',
    maxWidth: 'min(32rem, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    padding: 'var(--bui-space-1) var(--bui-space-2)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--editor-chosen-fg)',
    backgroundColor: 'var(--editor-chosen-bg)',
  },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.85' },
  '.cm-completionMatchedText': {
    textDecoration: 'none',
    fontWeight: 'var(--bui-font-weight-bold)',
  },
  '.cm-tooltip.cm-completionInfo': {
    fontFamily: 'var(--bui-font-regular)',
    padding: 'var(--bui-space-2)',
    whiteSpace: 'pre-wrap',
  },
  // where there is no room beside the list, it would hide what it explains
  '.cm-completionInfo-left-narrow, .cm-completionInfo-right-narrow': {
    display: 'none',
  },
  '.cm-diagnostic': {
    borderLeftWidth: '3px',
    padding: 'var(--bui-space-2)',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--editor-error)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--editor-warning)' },
  '.cm-diagnosticAction': {
    color: 'var(--editor-chosen-fg)',
    backgroundColor: 'var(--editor-chosen-bg)',
    borderRadius: 'var(--bui-radius-2)',
    cursor: 'pointer',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--editor-error)',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--editor-warning)',
  },
});

const words = HighlightStyle.define([
  {
    tag: [tags.propertyName, tags.definition(tags.propertyName)],
    color: 'var(--editor-name)',
  },
  { tag: tags.string, color: 'var(--editor-text)' },
  {
    tag: [tags.number, tags.bool, tags.keyword, tags.operator],
    color: 'var(--editor-value)',
  },
  { tag: tags.comment, color: 'var(--bui-fg-secondary)' },
  { tag: tags.meta, color: 'var(--bui-fg-secondary)' },
]);

export const theme: Extension = [frame, floating, syntaxHighlighting(words)];
