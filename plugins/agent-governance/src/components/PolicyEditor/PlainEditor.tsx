import { forwardRef, useImperativeHandle, useRef } from 'react';
import { EditorHandle, EditorMode, EditorWidgetProps } from './types';
import styles from './PolicyEditor.module.css';

const WORDS: Record<EditorMode, string> = {
  file: 'Policies as YAML.',
  expression: 'An expression over facts.',
  fixtures: 'Fixtures as YAML.',
};

/** What stands in for the editor where that cannot be had: text, with the same checks. */
export const PlainEditor = forwardRef<EditorHandle, EditorWidgetProps>(
  function TextArea(props, ref) {
    const { value, onChange, mode, problems, labelledBy, describedBy } = props;
    const area = useRef<HTMLTextAreaElement>(null);
    useImperativeHandle(ref, () => ({
      goTo: offset => {
        area.current?.focus();
        area.current?.setSelectionRange(offset, offset);
      },
    }));
    return (
      <>
        <span id={describedBy} className={styles.hint}>
          {WORDS[mode]} The editor that suggests what could stand here could not
          be loaded.
        </span>
        <textarea
          ref={area}
          className={styles.plain}
          rows={mode === 'expression' ? 3 : 16}
          spellCheck={false}
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          aria-invalid={problems.some(({ severity }) => severity === 'error')}
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      </>
    );
  },
);
