import {
  describeFacts,
  describeFunctions,
  TARGET_FIELD_NAMES,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import {
  forwardRef,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { EditorHandle, EditorMode, EditorWidgetProps } from '../types';
import { createExtensions } from './createExtensions';
import { smallestChange } from './smallestChange';
import { toDiagnostics } from './toDiagnostics';
import styles from '../PolicyEditor.module.css';

const FACTS = describeFacts();
const FUNCTIONS = describeFunctions();

const SUGGESTS = 'Control and Space suggest what could stand here.';
const LEAVES = 'Tab indents; to leave with it, press Escape, then Tab.';

const HINTS: Record<EditorMode, string> = {
  file: `Policies as YAML. ${SUGGESTS} ${LEAVES}`,
  expression: `An expression over facts. ${SUGGESTS}`,
  fixtures: `Fixtures as YAML. ${LEAVES}`,
};

/** The editor with colours and completion. It comes by itself, and only where there is something to write. */
export default forwardRef<EditorHandle, EditorWidgetProps>(function CodeEditor(
  props,
  ref,
) {
  const { value, mode, problems, labelledBy, describedBy } = props;
  const parent = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const attributes = useRef(new Compartment());
  const [view, setView] = useState<EditorView>();

  useEffect(() => {
    const created = new EditorView({
      parent: parent.current!,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          attributes.current.of([]),
          createExtensions({
            mode,
            vocabulary: () => ({
              facts: FACTS,
              functions: FUNCTIONS,
              targetFields: TARGET_FIELD_NAMES,
              actions: latest.current.names.actions,
              environments: latest.current.names.environments ?? [],
            }),
            onChange: text => latest.current.onChange(text),
          }),
        ],
      }),
    });
    setView(created);
    return () => created.destroy();
  }, [mode]);

  useEffect(() => {
    const changes = view && smallestChange(view.state.doc.toString(), value);
    if (changes) {
      view.dispatch({ changes });
    }
  }, [view, value]);

  useEffect(() => {
    view?.dispatch(
      setDiagnostics(
        view.state,
        toDiagnostics(problems, view.state.doc.length),
      ),
    );
  }, [view, problems]);

  const isInvalid = problems.some(({ severity }) => severity === 'error');
  useEffect(() => {
    view?.dispatch({
      effects: attributes.current.reconfigure(
        EditorView.contentAttributes.of({
          'aria-labelledby': labelledBy,
          'aria-describedby': describedBy,
          'aria-invalid': String(isInvalid),
        }),
      ),
    });
  }, [view, labelledBy, describedBy, isInvalid]);

  useImperativeHandle(
    ref,
    () => ({
      goTo: offset => {
        view?.dispatch({
          selection: { anchor: Math.min(offset, view.state.doc.length) },
          scrollIntoView: true,
        });
        view?.focus();
      },
    }),
    [view],
  );

  return (
    <>
      <span id={describedBy} className={styles.hint}>
        {HINTS[mode]}
      </span>
      <div ref={parent} />
    </>
  );
});
