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

interface AnswerSeen {
  readonly answer: unknown;
  again(project: Project): unknown;
}

export class Reads {
  private readonly functions = new Map<FunctionNode, string>();
  private readonly classes = new Map<ClassNode, string>();
  private readonly bindings = new Map<Binding, BindingSeen>();
  private readonly exports = new Map<string, { readonly path: string; readonly name: string; readonly value: Expr | undefined }>();
  private readonly answers = new Map<string, AnswerSeen>();
  private readonly others = new Set<Reads>();

  function(path: string, node: FunctionNode): void {
    this.functions.set(node, path);
  }

  class(path: string, node: ClassNode): void {
    this.classes.set(node, path);
  }

  binding(path: string, binding: Binding): void {
    if (this.bindings.has(binding)) return;
    const { value, functionId, classId, writes } = binding;
    this.bindings.set(binding, { path, value, functionId, classId, writes });
  }

  /** `value` is undefined where the file exports nothing by that name. */
  export(path: string, name: string, value: Expr | undefined): void {
    this.exports.set(`${path} ${name}`, { path, name, value });
  }

  /** Anything else that was asked of a module; `again` asks it anew. */
  answer(key: string, answer: unknown, again: (project: Project) => unknown): void {
    this.answers.set(key, { answer, again });
  }

  /** What was concluded from these was used as well. */
  include(others: Reads): void {
    if (others !== this) this.others.add(others);
  }

  /** True when everything is as it was. `known` holds what one look has found out already; no conclusion rests on itself. */
  hold(project: Project, known: Map<Reads, boolean>): boolean {
    const before = known.get(this);
    if (before !== undefined) return before;
    const holds = this.isUnchanged(project) && [...this.others].every((others) => others.hold(project, known));
    known.set(this, holds);
    return holds;
  }

  private isUnchanged(project: Project): boolean {
    for (const [node, path] of this.functions) if (project.module(path)?.functions[node.id] !== node) return false;
    for (const [node, path] of this.classes) if (project.module(path)?.classes[node.id] !== node) return false;
    for (const [binding, { path, value, functionId, classId, writes }] of this.bindings) {
      if (project.module(path)?.bindings[binding.id] !== binding) return false;
      if (binding.value !== value || binding.functionId !== functionId || binding.classId !== classId || binding.writes !== writes) return false;
    }
    for (const { path, name, value } of this.exports.values())
      if (project.module(path)?.exports.find((row) => row.name === name)?.value !== value) return false;
    for (const { answer, again } of this.answers.values()) if (again(project) !== answer) return false;
    return true;
  }
}
