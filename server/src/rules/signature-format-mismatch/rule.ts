import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import type { Place } from '../../analysis/finding.js';
import { type Mismatch, mismatchOf } from '../../analysis/formats.js';
import type { Attempt } from '../../analysis/value.js';
import { message, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'signature-format-mismatch',
  title: 'Compared with what is never sent',
  severity: 'error',
  page,

  check({ analysis, report }) {
    for (const analysed of analysis.endpoints) {
      for (const attempt of analysed.evaluated.run.attempts.values()) {
        const mismatch = mismatchOf(attempt, analysed.evidence, analysis.providers);
        if (mismatch === null) continue;
        const [what, toDo] = said(mismatch, attempt);
        report({
          rule: 'signature-format-mismatch',
          // One fault, whichever of the two sides is the text.
          variant: mismatch.kind === 'decoded-once' ? 'bytes-and-text' : mismatch.kind,
          message: message(what, 'Every genuine delivery is refused, until somebody switches the check off.', toDo),
          at: placeOf(mismatch, attempt),
          because: stepsOf(mismatch, attempt, analysed),
          certainty: mismatch.isSure ? 'proven' : 'likely',
          endpoints: [analysed.endpoint.route],
          remedies: [],
        });
      }
    }
  },
});

function placeOf(mismatch: Mismatch, attempt: Attempt): Place {
  return mismatch.kind === 'header-case' ? mismatch.at : attempt.at;
}

function stepsOf(mismatch: Mismatch, attempt: Attempt, { evidence }: AnalysedEndpoint): { message: string; at: Place }[] {
  if (mismatch.kind === 'header-case') return [{ message: `\`${attempt.spelling}\` needs it`, at: attempt.at }];
  const steps = attempt.hash ? [{ message: 'The expected signature is made here', at: attempt.hash.at }] : [];
  return mismatch.kind === 'other-header' && evidence.provider
    ? [...steps, { message: `${mismatch.sender} sends \`${mismatch.expected}\``, at: attempt.at }]
    : steps;
}

function said(mismatch: Mismatch, { spelling }: Attempt): [what: string, toDo: string] {
  const { header } = mismatch;
  switch (mismatch.kind) {
    case 'header-case':
      return [`\`${header}\` is looked up with capitals among headers whose names are all lower case, so it is never found.`, `Look up \`${header}\`.`];
    case 'bytes-and-text':
      return [`\`${spelling}\` compares bytes with text: it is never true.`, `Write the digest in the encoding of \`${header}\`, or make bytes of both.`];
    case 'decoded-once':
      return [
        mismatch.encoding === 'bytes'
          ? `\`${spelling}\` compares the bytes of the digest with the characters of \`${header}\`: it is never true.`
          : `\`${spelling}\` compares \`${header}\`, decoded from ${mismatch.encoding}, with the characters of a digest: it is never true.`,
        'Decode both sides, or neither.',
      ];
    case 'no-encoding':
      return [
        `\`${spelling}\` compares a digest that was made text without an encoding: it is never true.`,
        `Write the digest in the encoding of \`${header}\`.`,
      ];
    case 'encoding':
      return [
        `\`${header}\` carries ${inWords(mismatch.sent)}, and \`${spelling}\` takes it for ${inWords(mismatch.made)}.`,
        `Use ${inWords(mismatch.sent)} on both sides.`,
      ];
    case 'algorithm':
      return [
        `\`${header}\` carries ${mismatch.sent.toUpperCase()}, and \`${spelling}\` compares it with ${mismatch.made.toUpperCase()}.`,
        `Compute ${mismatch.sent.toUpperCase()}.`,
      ];
    case 'prefix':
      return mismatch.sent === ''
        ? [`\`${spelling}\` puts \`${mismatch.made}\` in front of the digest; \`${header}\` carries the digest alone.`, 'Compare the digest alone.']
        : [
            `\`${header}\` carries \`${mismatch.sent}\` in front of the digest; \`${spelling}\` compares ${mismatch.made === '' ? 'the digest alone' : `\`${mismatch.made}\` and the digest`}.`,
            `Put \`${mismatch.sent}\` in front of the expected digest, or take it off what was sent.`,
          ];
    case 'list':
      return [
        `\`${header}\` is a list (\`${mismatch.example}\`), and \`${spelling}\` compares all of it with one digest.`,
        'Take the list apart, and accept when one of its signatures matches.',
      ];
    case 'other-header':
      return [`${mismatch.sender} sends no \`${header}\`.`, `Read \`${mismatch.expected}\`.`];
  }
}

function inWords(encoding: string): string {
  return encoding === 'hex' ? 'hexadecimal' : encoding;
}
