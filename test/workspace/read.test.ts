import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encode, readSource, SIZE_LIMIT, type SourceText } from '../../server/src/workspace/read.js';
import { temporaryProject } from './temporary-project.js';

function read(bytes: Uint8Array | string): ReturnType<typeof readSource> {
  return readSource(join(temporaryProject({ 'a.py': bytes }), 'a.py'));
}

function text(bytes: Uint8Array | string): SourceText {
  const result = read(bytes);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

describe('reading a source file', () => {
  it('keeps line ends and takes the mark at the beginning away', () => {
    expect(text('\uFEFFa = 1\r\nb = 2\r\n')).toEqual({ text: 'a = 1\r\nb = 2\r\n', encoding: 'utf-8-bom', damaged: false });
  });

  it('reads both kinds of UTF-16', () => {
    const little = Buffer.from('\uFEFFnäme = "Ω"\n', 'utf16le');
    expect(text(little)).toEqual({ text: 'näme = "Ω"\n', encoding: 'utf-16le', damaged: false });
    expect(text(Buffer.from(little).swap16())).toEqual({ text: 'näme = "Ω"\n', encoding: 'utf-16be', damaged: false });
  });

  it('reads what is not UTF-8 and says that it is damaged', () => {
    expect(text(Buffer.from([0x61, 0x20, 0x3d, 0x20, 0x27, 0xe9, 0x27, 0x0a]))).toEqual({ text: "a = '\uFFFD'\n", encoding: 'utf-8', damaged: true });
    expect(text(Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62]))).toMatchObject({ text: 'a', damaged: true });
  });

  it('does not take a replacement character that really stands there for damage', () => {
    expect(text('a = "\uFFFD"')).toMatchObject({ damaged: false });
  });

  it('leaves out what is larger than 1 MB, and nothing smaller', () => {
    expect(read('#'.repeat(SIZE_LIMIT + 1))).toEqual({ problem: 'is larger than 1 MB (1048577 bytes) and was not read' });
    expect(text('#'.repeat(SIZE_LIMIT)).text).toHaveLength(SIZE_LIMIT);
  });

  it('leaves out videos that are called .ts', () => {
    expect(read(Buffer.from([0x47, 0x40, 0x00, 0x10, 0x00]))).toEqual({ problem: 'is not text (it holds zero bytes) and was not read' });
  });

  it('says why for folders, pipes and files that are not there', () => {
    const root = temporaryProject({ 'folder.ts/x.ts': '' });
    expect(readSource(join(root, 'folder.ts'))).toEqual({ problem: 'cannot be read (EISDIR)' });
    expect(readSource(join(root, 'gone.ts'))).toEqual({ problem: 'cannot be read (ENOENT)' });
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(root, 'pipe.ts')]);
    expect(readSource(join(root, 'pipe.ts'))).toHaveProperty('problem');
  });

  it('writes back what it read', () => {
    for (const bytes of [Buffer.from('é\r\n'), Buffer.from('\uFEFFé\n'), Buffer.from('\uFEFFé\n', 'utf16le'), Buffer.from('\uFEFFé\n', 'utf16le').swap16()]) {
      const source = text(bytes);
      expect(Buffer.compare(encode(source.text, source.encoding), bytes)).toBe(0);
    }
  });
});
