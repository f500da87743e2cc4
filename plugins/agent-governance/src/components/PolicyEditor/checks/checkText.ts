import {
  compileExpression,
  PolicyProblem,
  readFixtureFile,
  readPolicyFile,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { EditorMode, PlacedProblem } from '../types';
import { placeProblem } from './placeProblem';

/** More than enough for a person to put right before looking again. */
const MAX_SHOWN = 50;

interface Found {
  errors: PolicyProblem[];
  warnings: PolicyProblem[];
}

const CHECKS: Record<
  EditorMode,
  (text: string, environments?: readonly string[]) => Found
> = {
  file: checkFile,
  expression: checkOneExpression,
  fixtures: checkFixtures,
};

/**
 * Everything that is wrong with a text, with its place in it and what would put it right. The same that the portal would
 * find, apart from who may say what. Bounded in all it takes; never throws.
 *
 * @param environments - Names of those there are, where they are known.
 */
export function checkText(
  mode: EditorMode,
  text: string,
  environments?: readonly string[],
): PlacedProblem[] {
  if (text.trim() === '') {
    return [];
  }
  const { errors, warnings } = CHECKS[mode](text, environments);
  return [
    ...errors.map(problem => placeProblem(problem, text)),
    ...warnings.map(problem => placeProblem(problem, text, 'warning')),
  ].slice(0, MAX_SHOWN);
}

function checkOneExpression(text: string): Found {
  const compiled = compileExpression(text);
  return { errors: compiled.ok ? [] : compiled.problems, warnings: [] };
}

function checkFile(text: string, environments?: readonly string[]): Found {
  const { policies, problems } = readPolicyFile(text, { environments });
  return {
    errors: problems,
    warnings: policies.flatMap(({ policy }) => policy.warnings),
  };
}

function checkFixtures(text: string): Found {
  const read = readFixtureFile(text);
  return { errors: read.ok ? [] : read.problems, warnings: [] };
}
