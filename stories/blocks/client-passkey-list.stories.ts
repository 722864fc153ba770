import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory, withLongList } from '../support/stage-story.js';

const { 'client:passkey-list': states } = fixtures;

export default {
  title: 'Blocks/Connect passkey list/list',
  component: 'auth-block-client-passkey-list',
} satisfies Meta;

export const Default = stageStory(states.default);
export const Single = stageStory(states.single);
export const Empty = stageStory(states.empty);
export const WithoutAdding = stageStory(states.withoutAdding);
export const EmptyWithoutAdding = stageStory(states.emptyWithoutAdding);
export const Many = withLongList(states.many);
export const Namesakes = stageStory(states.namesakes);
export const AskedNamesake = stageStory(states.askedNamesake);
export const LongText = stageStory(states.longText);
export const Asked = stageStory(states.asked);
export const AskedNameless = stageStory(states.askedNameless);
export const AskedLongText = stageStory(states.askedLongText);
export const Deleting = stageStory(states.deleting);
export const DeletingFailed = stageStory(states.deletingFailed);
export const DeletingUnreachable = stageStory(states.deletingUnreachable);
export const Deleted = stageStory(states.deleted);
export const DeletedLast = stageStory(states.deletedLast);
export const Added = stageStory(states.added);
export const Adding = stageStory(states.adding);
export const Cancelled = stageStory(states.cancelled);
export const TimedOut = stageStory(states.timedOut);
export const Failed = stageStory(states.failed);
export const PromptOpenElsewhere = stageStory(states.promptOpenElsewhere);
export const Existed = stageStory(states.existed);
export const Unsupported = stageStory(states.unsupported);
export const Restricted = stageStory(states.restricted);
export const AddingUnreachable = stageStory(states.addingUnreachable);
