import { PolicyProblem } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { AgentGovernanceQueryProvider } from '@agentgov/backstage-plugin-agent-governance-react';
import { agentGovernanceApiRef } from '@agentgov/backstage-plugin-agent-governance-react';
import { agentGovernanceApiMock } from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useState } from 'react';
import { EditorMode } from './types';
import { PolicyEditor } from './PolicyEditor';

/** An editor over a text, as pages have it. In this browser without a screen it is the plain one. */
function renderEditor(options: {
  mode: EditorMode;
  text?: string;
  problems?: PolicyProblem[];
  onChecked?(checked: { text: string; isRight: boolean }): void;
}) {
  const { mode, text = '', problems, onChecked } = options;
  function Page() {
    const [value, setValue] = useState(text);
    return (
      <AgentGovernanceQueryProvider>
        <PolicyEditor
          label="The draft"
          mode={mode}
          value={value}
          onChange={setValue}
          problems={problems}
          onChecked={onChecked}
        />
      </AgentGovernanceQueryProvider>
    );
  }
  const user = userEvent.setup();
  const rendered = renderInTestApp(<Page />, {
    apis: [[agentGovernanceApiRef, agentGovernanceApiMock()]],
  });
  return { ...rendered, user };
}

const editor = () => screen.findByRole('textbox', { name: 'The draft' });

describe('PolicyEditor', () => {
  it('says of an expression what is wrong, where, and what was probably meant', async () => {
    const { container, user } = renderEditor({ mode: 'expression' });
    await user.type(await editor(), 'conditions.freeze.activ');
    const problem = (
      await screen.findByText(/which has no such field/)
    ).closest('li')!;
    expect(problem).toHaveTextContent('Did you mean active?');
    expect(await editor()).toBeInvalid();
    expect(screen.getByRole('status')).toHaveTextContent('1 problem');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('puts it right, and then has nothing to say', async () => {
    const { user } = renderEditor({
      mode: 'expression',
      text: 'conditions.freeze.activ',
    });
    await user.click(await screen.findByRole('button', { name: 'Use active' }));
    expect(await editor()).toHaveValue('conditions.freeze.active');
    expect(await screen.findByText('No problems.')).toBeInTheDocument();
    expect(await editor()).toBeValid();
  });

  it('moves the cursor to where a problem is, in a file of several policies', async () => {
    const policy = (
      name: string,
      when: string,
    ) => `apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata:
  name: ${name}
spec:
  owner: group:default/platform
  level: organization
  rules:
    - name: first
      effect: deny
      when: ${when}
`;
    const text = `${policy('one', 'action.reversible')}---\n${policy(
      'two',
      'target.ownr == "x"',
    )}`;
    const { user } = renderEditor({ mode: 'file', text });
    await user.click(
      await screen.findByRole('button', { name: 'Line 23, column 20' }),
    );
    const area = (await editor()) as HTMLTextAreaElement;
    expect(area).toHaveFocus();
    expect(text.slice(area.selectionStart)).toMatch(/^ownr == "x"/);
  });

  it('refuses an environment that the portal does not have', async () => {
    const { user } = renderEditor({ mode: 'file' });
    const checked = `apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata:
  name: one
spec:
  owner: group:default/platform
  level: organization
  appliesTo:
    environments: [porduction]
  rules:
    - name: first
      effect: deny
`;
    await user.click(await editor());
    await user.paste(checked);
    expect(
      await screen.findByText(/porduction/, { selector: 'li *' }),
    ).toBeInTheDocument();
  });

  it('shows what the portal found out beside its own', async () => {
    renderEditor({
      mode: 'file',
      text: '',
      problems: [
        { field: 'owner', reason: 'group:default/x may not speak for all.' },
      ],
    });
    expect(
      await screen.findByText('group:default/x may not speak for all.'),
    ).toBeInTheDocument();
  });

  it('tells the page whether what is written is right', async () => {
    const onChecked = jest.fn();
    const { user } = renderEditor({
      mode: 'expression',
      text: 'tru',
      onChecked,
    });
    await waitFor(() =>
      expect(onChecked).toHaveBeenLastCalledWith({
        text: 'tru',
        isRight: false,
      }),
    );
    await user.type(await editor(), 'e');
    await waitFor(() =>
      expect(onChecked).toHaveBeenLastCalledWith({
        text: 'true',
        isRight: true,
      }),
    );
  });

  it('stays usable with a text from hell', async () => {
    renderEditor({ mode: 'file', text: '- '.repeat(300_000) });
    expect(await screen.findByText(/at most 524288/)).toBeInTheDocument();
  });
});
