import { describe, expect, it } from 'vitest';
import { hunksBetween } from '../../server/src/remedies/index.js';

describe('the lines that changed', () => {
  it.each([
    ['a\nb\nc\n', 'a\nx\nc\n'],
    ['a\nb\nc', 'a\nb\nc\nd\n'],
    ['', 'a\nb\n'],
    ['a\nb\n', ''],
    ['a\r\nb\r\n', 'b\r\nc\r\n'],
    ['one\ntwo\nthree\nfour\nfive\n', 'zero\none\nthree\n3.5\nfour\nsix\n'],
  ])('lead from %j to %j', (before, after) => {
    const edits = hunksBetween(before, after);
    const applied = [...edits].reverse().reduce((text, { range, text: put }) => text.slice(0, range.start) + put + text.slice(range.end), before);
    expect(applied).toBe(after);
    const touched = edits.map(({ range }) => before.slice(range.start, range.end)).join('');
    expect(touched).not.toContain('three\n');
  });

  it('are none where nothing did', () => expect(hunksBetween('a\nb', 'a\nb')).toEqual([]));
});
