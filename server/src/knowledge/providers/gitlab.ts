import type { ProviderRow } from '../rows.js';

export const gitlab: ProviderRow = {
  id: 'gitlab',
  name: 'GitLab (secret token)',
  docs: 'https://docs.gitlab.com/user/project/integrations/webhooks/',
  scheme: 'shared-token',
  signatureHeader: 'x-gitlab-token',
  timestampHeader: null,
  toleranceSeconds: null,
  eventIdPath: 'header x-gitlab-event-uuid',
  secretEnvNames: ['GITLAB_WEBHOOK_TOKEN', 'NUXT_WEBHOOK_GITLAB_SECRET_TOKEN'],
  headers: ['x-gitlab-token', 'x-gitlab-event', 'x-gitlab-event-uuid'],
  payloadFields: ['object_kind', 'project.path_with_namespace', 'checkout_sha'],
  words: ['gitlab'],
  packages: ['@gitbeaker/rest', '@gitbeaker/node', 'python-gitlab', 'gitlab'],
  sdk: { node: null, python: null },
  recipe: null,
  challenge: null,
  notes: 'No integrity protection and no replay protection with the token alone.',
};
