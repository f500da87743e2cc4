import { McpToolState } from '@agentgov/backstage-plugin-agent-governance-common';
import { StatusTagProps } from '@agentgov/backstage-plugin-agent-governance-react';
import {
  RiCheckLine,
  RiGhostLine,
  RiLoopLeftLine,
  RiSparkling2Line,
} from '@remixicon/react';

/** How a tool's state looks, and what it means for agents. */
export const TOOL_LOOKS: Record<
  McpToolState,
  Omit<StatusTagProps, 'children'> & { word: string; meaning: string }
> = {
  new: {
    word: 'New',
    meaning: 'Nobody accepted it yet, so no agent can call it.',
    tone: 'info',
    edge: 'dashed',
    icon: <RiSparkling2Line />,
  },
  changed: {
    word: 'Changed',
    meaning:
      'It says something else than what was accepted, so no agent can call it.',
    tone: 'warning',
    edge: 'dashed',
    icon: <RiLoopLeftLine />,
  },
  accepted: {
    word: 'Accepted',
    meaning: 'Agents can ask for it, and each call is decided.',
    tone: 'success',
    icon: <RiCheckLine />,
  },
  gone: {
    word: 'Gone',
    meaning: 'Its server no longer lists it.',
    tone: 'neutral',
    icon: <RiGhostLine />,
  },
};
