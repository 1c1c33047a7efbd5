import { createInbox } from '@/lib/create-inbox';
import { pushes } from '@/lib/pushes';

export const { GET, POST } = createInbox({
  secret: () => process.env.GITHUB_HOOK_SECRET,
  onEvent: async (kind, event) => {
    if (kind === 'push') await pushes.insertOne({ commit: event.after });
  },
});
