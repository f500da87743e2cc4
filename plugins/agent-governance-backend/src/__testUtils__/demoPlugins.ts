import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import catalogModuleAiModel from '@backstage/plugin-catalog-backend-module-ai-model';
import eventsPlugin from '@backstage/plugin-events-backend';
import mcpPlugin from '@backstage/plugin-mcp-actions-backend';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import searchPlugin from '@backstage/plugin-search-backend';
import signalsPlugin from '@backstage/plugin-signals-backend';
import userSettingsPlugin from '@backstage/plugin-user-settings-backend';
import { catalogModuleTemplates } from './catalogModuleTemplates';

/** The plugins of the demo portal that a test portal lacks. */
export const demoPlugins = [
  actionsRegistryServiceFactory,
  actionsServiceFactory,
  schedulerServiceFactory,
  catalogModuleAiModel,
  catalogModuleTemplates,
  eventsPlugin,
  mcpPlugin,
  notificationsPlugin,
  scaffolderPlugin,
  searchPlugin,
  signalsPlugin,
  userSettingsPlugin,
];

/** Their ids, with those that every test portal has. */
export const DEMO_PLUGIN_IDS = [
  'auth',
  'catalog',
  'events',
  'mcp-actions',
  'notifications',
  'permission',
  'scaffolder',
  'search',
  'signals',
  'user-settings',
];
