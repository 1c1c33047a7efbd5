/**
 * What a conclusion was drawn from, so that it can be drawn on while none of it changed.
 *
 * The neutral form of an open file keeps its nodes from version to version where the text stayed (see languages/regions.ts), so
 * it is enough to remember which nodes were looked at. Only `World` takes notes; whoever asks it for a function, a class, a
 * binding or an export has asked through here.
 */
import type { Binding, ClassNode, Expr, FunctionNode } from '../ir/model.js';
import type { Project } from './project.js';

interface BindingSeen extends Pick<Binding, 'value' | 'functionId' | 'classId' | 'writes'> {
  readonly path: string;
}

interface ExportSeen {
  readonly path: string;
  readonly name: string;
  readonly value: Expr | undefined;
}

interface AnswerSeen {
  readonly answer: unknown;
  again(project: Project): unknown;
}

/** Most conclusions rest on one binding or on none: nothing is allocated before there is something to note. */
export class Reads {
  private functions: Map<FunctionNode, string> | null = null;
  private classes: Map<ClassNode, string> | null = null;
  private bindings: Map<Binding, BindingSeen> | null = null;
  private exports: Map<string, ExportSeen> | null = null;
  private answers: Map<string, AnswerSeen> | null = null;
  private others: Set<Reads> | null = null;

  constructor(private readonly takesNotes = true) {}

  function(path: string, node: FunctionNode): void {
    if (!this.takesNotes) return;
    this.functions ??= new Map();
    this.functions.set(node, path);
  }

  class(path: string, node: ClassNode): void {
    if (!this.takesNotes) return;
    this.classes ??= new Map();
    this.classes.set(node, path);
  }

  binding(path: string, binding: Binding): void {
    if (!this.takesNotes) return;
    this.bindings ??= new Map();
    if (this.bindings.has(binding)) return;
    const { value, functionId, classId, writes } = binding;
    this.bindings.set(binding, { path, value, functionId, classId, writes });
  }

  /** `value` is undefined where the file exports nothing by that name. */
  export(path: string, name: string, value: Expr | undefined): void {
    if (!this.takesNotes) return;
    this.exports ??= new Map();
    this.exports.set(`${path} ${name}`, { path, name, value });
  }

  /** Anything else that was asked of a module; `again` asks it anew. */
  answer(key: string, answer: unknown, again: (project: Project) => unknown): void {
    if (!this.takesNotes) return;
    this.answers ??= new Map();
    this.answers.set(key, { answer, again });
  }

  /** What was concluded from these was used as well. */
  include(others: Reads): void {
    if (!this.takesNotes || others === this || others.isEmpty) return;
    this.others ??= new Set();
    this.others.add(others);
  }

  private get isEmpty(): boolean {
    return !this.functions && !this.classes && !this.bindings && !this.exports && !this.answers && !this.others;
  }

  /** True when everything is as it was. `known` holds what one look has found out already; no conclusion rests on itself. */
  hold(project: Project, known: Map<Reads, boolean>): boolean {
    const before = known.get(this);
    if (before !== undefined) return before;
    const holds = this.takesNotes && this.isUnchanged(project) && this.doOthersHold(project, known);
    known.set(this, holds);
    return holds;
  }

  private doOthersHold(project: Project, known: Map<Reads, boolean>): boolean {
    for (const others of this.others ?? none) if (!others.hold(project, known)) return false;
    return true;
  }

  private isUnchanged(project: Project): boolean {
    for (const [node, path] of this.functions ?? none) if (project.module(path)?.functions[node.id] !== node) return false;
    for (const [node, path] of this.classes ?? none) if (project.module(path)?.classes[node.id] !== node) return false;
    for (const [binding, { path, value, functionId, classId, writes }] of this.bindings ?? none) {
      if (project.module(path)?.bindings[binding.id] !== binding) return false;
      if (binding.value !== value || binding.functionId !== functionId || binding.classId !== classId || binding.writes !== writes) return false;
    }
    for (const { path, name, value } of this.exports?.values() ?? none)
      if (project.module(path)?.exports.find((row) => row.name === name)?.value !== value) return false;
    for (const { answer, again } of this.answers?.values() ?? none) if (again(project) !== answer) return false;
    return true;
  }
}

/** Where nobody keeps conclusions. */
export const nothingNoted: Reads = new Reads(false);

const none: readonly never[] = [];
