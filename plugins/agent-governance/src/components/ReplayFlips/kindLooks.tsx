import { ReplayFlipKind } from '@agentgov/backstage-plugin-agent-governance-common';
import { StatusTagProps } from '@agentgov/backstage-plugin-agent-governance-react';
import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiUserSharedLine,
} from '@remixicon/react';

/** In which direction a decision changes. Stricter is neither good nor bad; looser is looked at twice. */
export const KIND_LOOKS: Record<
  ReplayFlipKind,
  Omit<StatusTagProps, 'children'> & { word: string }
> = {
  tightened: { word: 'Stricter', tone: 'info', icon: <RiArrowUpLine /> },
  loosened: { word: 'Looser', tone: 'warning', icon: <RiArrowDownLine /> },
  checkpoint: {
    word: 'Others to ask',
    tone: 'neutral',
    icon: <RiUserSharedLine />,
  },
};
