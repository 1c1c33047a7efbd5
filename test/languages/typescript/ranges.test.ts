import { describe, expect, it } from 'vitest';
import { covered, functionNamed, lowered } from './lowered.js';

describe('where things stand', () => {
  it('a statement spans itself, with its export, without the comment before it', () => {
    const text = '// first\nexport const a = 1; /* then */ b() ;\n';
    const [first, second] = lowered(text).functions[0]?.body ?? [];
    expect(first && covered(text, first.range)).toBe('export const a = 1;');
    expect(second && covered(text, second.range)).toBe('b() ;');
  });

  it('each of several declarations has its own place', () => {
    const text = 'const a = 1, b = 2;';
    expect(lowered(text).functions[0]?.body.map((statement) => covered(text, statement.range))).toEqual(['a = 1', 'b = 2']);
  });

  it('a function is named where it is declared', () => {
    const text = '@C() class A { @Post("x") async receive(body) { return 1; } }\nconst verify = async (raw) => raw;\nexport async function POST(request) {}';
    const module = lowered(text);
    const receive = functionNamed(module, 'receive');
    expect(covered(text, receive.range)).toBe('@Post("x") async receive(body) { return 1; }');
    expect(covered(text, receive.nameRange)).toBe('receive');
    expect(covered(text, receive.bodyRange)).toBe('{ return 1; }');
    const verify = functionNamed(module, 'verify');
    expect(covered(text, verify.range)).toBe('async (raw) => raw');
    expect(covered(text, verify.nameRange)).toBe('verify');
    expect(covered(text, verify.bodyRange)).toBe('raw');
    const post = functionNamed(module, 'POST');
    expect(covered(text, post.range)).toBe('export async function POST(request) {}');
    expect(covered(text, module.classes[0]?.nameRange ?? { start: 0, end: 0 })).toBe('A');
  });

  it('a function without a name is known by its head', () => {
    const text = 'app.post("/inbox", async (req, res) => { done(); }, function (x) {}); use(class extends B {});';
    const module = lowered(text);
    expect(module.functions.slice(1).map((fn) => covered(text, fn.nameRange))).toEqual(['async (req, res) =>', 'function (x)']);
    expect(covered(text, module.classes[0]?.nameRange ?? { start: 0, end: 0 })).toBe('class');
  });

  it('a member knows its property', () => {
    const text = 'use(req . headers);';
    const [statement] = lowered(text).functions[0]?.body ?? [];
    const argument = statement?.kind === 'evaluate' && statement.expr.kind === 'call' ? statement.expr.args[0]?.value : undefined;
    expect(argument?.kind === 'member' && covered(text, argument.propertyRange)).toBe('headers');
  });

  it('an import is its whole statement, its module the specifier', () => {
    const text = "import { a, b as c } from 'x';";
    const [first, second] = lowered(text).functions[0]?.body ?? [];
    expect(first && covered(text, first.range)).toBe(text);
    expect(second?.kind === 'assign' && second.value && covered(text, second.value.range)).toBe("'x'");
    expect(second?.kind === 'assign' && covered(text, second.target.range)).toBe('c');
  });
});

describe('comments that speak to us', () => {
  const spoken = (text: string, path?: string): string[] => lowered(text, path).comments.map((comment) => `${comment.range.start}:${comment.text}`);

  it('are found after, before and between', () => {
    const text =
      'a(); // webhookproof-ignore x\n/* webhookproof\n too */ b(/* webhookproof 3 */ c);\nfunction f() {\n  // webhookproof 4\n}\n// webhookproof 5';
    expect(spoken(text)).toEqual([
      `5:// webhookproof-ignore x`,
      `${text.indexOf('/* webhookproof\n')}:/* webhookproof\n too */`,
      `${text.indexOf('/* webhookproof 3')}:/* webhookproof 3 */`,
      `${text.indexOf('// webhookproof 4')}:// webhookproof 4`,
      `${text.indexOf('// webhookproof 5')}:// webhookproof 5`,
    ]);
  });

  it('are one each, however often they say it', () => {
    expect(spoken('// webhookproof webhookproof\n')).toEqual(['0:// webhookproof webhookproof']);
  });

  it('are no strings, templates, patterns, names or markup', () => {
    expect(spoken("'// webhookproof'; `// webhookproof ${a} /* webhookproof */`; /\\/\\* webhookproof/; webhookproof();")).toEqual([]);
    expect(spoken('x = <p>// webhookproof</p>;', 'a.tsx')).toEqual([]);
  });

  it('are found inside templates and markup when they are real', () => {
    expect(spoken('`${a /* webhookproof */}`')).toEqual(['5:/* webhookproof */']);
    expect(spoken('x = <p>{/* webhookproof */}</p>;', 'a.tsx')).toEqual(['8:/* webhookproof */']);
  });

  it('survive an empty or broken file', () => {
    expect(spoken('// webhookproof')).toEqual(['0:// webhookproof']);
    expect(spoken('function f( {\n  // webhookproof\n  a(\n')).toEqual(['16:// webhookproof']);
  });
});
