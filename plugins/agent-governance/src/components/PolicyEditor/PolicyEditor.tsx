import type { PolicyProblem } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { lazy, Suspense, useEffect, useId, useMemo, useRef } from 'react';
import { placeProblem } from './checks/placeProblem';
import { useChecks } from './checks/useChecks';
import { loadCodeEditor } from './code/loadCodeEditor';
import { usePortalNames } from './completion/usePortalNames';
import { ProblemLinks } from './ProblemLinks';
import { EditorHandle, EditorMode, PlacedProblem } from './types';
import styles from './PolicyEditor.module.css';

const CodeEditor = lazy(loadCodeEditor);

const NONE: PolicyProblem[] = [];

/**
 * Where policies are written: a whole file, or the expression of one rule. It is checked as it is written, in the
 * browser, as the portal would check it; what is wrong stands at its place and in words underneath.
 */
export function PolicyEditor(props: {
  label: string;
  value: string;
  onChange(value: string): void;
  mode: EditorMode;
  /** What somebody else found out about this text, such as the portal. */
  problems?: PolicyProblem[];
  /** Told whenever a text has been checked: whether anything forbids it. */
  onChecked?(checked: { text: string; isRight: boolean }): void;
}) {
  const { label, value, onChange, mode, onChecked } = props;
  const { problems: others = NONE } = props;
  const id = useId();
  const handle = useRef<EditorHandle>(null);
  const names = usePortalNames();
  const checks = useChecks(mode, value, names.environments);
  // until the text that is there now has been checked, what was found in the last one stays
  const problems = useMemo(
    () =>
      checks.state === 'checked'
        ? [
            ...checks.problems,
            ...others.map(problem => placeProblem(problem, checks.of)),
          ]
        : others.map(problem => placeProblem(problem, '')),
    [checks, others],
  );
  const isCurrent = checks.state === 'checked' && checks.of === value;
  const told = useRef(onChecked);
  told.current = onChecked;
  useEffect(() => {
    if (checks.state === 'checked') {
      told.current?.({ text: checks.of, isRight: isRight(checks.problems) });
    }
  }, [checks]);

  return (
    <div className={styles.editor}>
      <span id={`${id}-label`} className={styles.label}>
        {label}
      </span>
      <Suspense fallback={<Loading label={label} />}>
        <CodeEditor
          ref={handle}
          value={value}
          onChange={onChange}
          mode={mode}
          problems={problems}
          names={names}
          labelledBy={`${id}-label`}
          describedBy={`${id}-hint`}
        />
      </Suspense>
      <ProblemLinks
        checks={checks}
        problems={problems}
        isEmpty={value.trim() === ''}
        isCurrent={isCurrent}
        onGoTo={offset => handle.current?.goTo(offset)}
        onFix={({ from, to, insert }) => {
          onChange(value.slice(0, from) + insert + value.slice(to));
          handle.current?.goTo(from);
        }}
      />
    </div>
  );
}

function isRight(problems: PlacedProblem[]): boolean {
  return problems.every(({ severity }) => severity !== 'error');
}

function Loading(props: { label: string }) {
  return (
    <div aria-busy="true">
      <VisuallyHidden>Loading {props.label}</VisuallyHidden>
      <Skeleton height="8rem" />
    </div>
  );
}
