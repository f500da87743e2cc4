export { putPolicies, withStoryPolicies } from './storyPolicies';
export type { StoryPolicy } from './storyPolicies';
