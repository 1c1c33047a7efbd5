/** Classes: their bases, methods and fields. */
import type { ClassId, ClassNode, Expr, FieldNode, FunctionId } from '../../ir/model.js';
import { ts } from './compiler.js';
import { decoratorsOf, functionOf, isParameterProperty, nameOf } from './functions.js';
import type { Lowering } from './lower.js';
import { hasModifier } from './nodes.js';
import { typeNameOf } from './types.js';

const K = ts.SyntaxKind;

/** Lowers a class and gives its id. */
export function classOf(node: ts.ClassLikeDeclaration, to: Lowering): ClassId {
  const nameNode = node.name ?? to.givenName;
  to.givenName = undefined;
  const id = to.nextClass();
  const range = to.range(node);
  const bases: Expr[] = [];
  const methods: FunctionId[] = [];
  const fields: FieldNode[] = [];
  const lowered: ClassNode = {
    id,
    name: nameOf(nameNode),
    bases,
    decorators: decoratorsOf(node, to),
    methods,
    fields,
    owner: to.owner,
    range,
    nameRange: nameNode ? to.range(nameNode) : to.span(range.start, Math.min(Math.max(range.start, headEnd(node)), range.end)),
  };
  to.classes.push(lowered);

  const { fieldClass } = to;
  to.fieldClass = null;
  for (const clause of node.heritageClauses ?? []) if (clause.token === K.ExtendsKeyword) for (const type of clause.types) bases.push(to.expr(type.expression));
  for (const member of node.members) {
    switch (member.kind) {
      case K.MethodDeclaration:
      case K.GetAccessor:
      case K.SetAccessor:
      case K.Constructor:
      case K.ClassStaticBlockDeclaration: {
        const method = member as ts.MethodDeclaration | ts.AccessorDeclaration | ts.ConstructorDeclaration | ts.ClassStaticBlockDeclaration;
        // Overload signatures and abstract methods have no body.
        if (method.body === undefined) break;
        if (method.kind === K.Constructor) for (const param of method.parameters) if (isParameterProperty(param)) fields.push(parameterField(param, to));
        methods.push(functionOf(method, formOf(method.kind), to, id));
        break;
      }
      case K.PropertyDeclaration: {
        const property = member as ts.PropertyDeclaration;
        if (!hasModifier(property, K.DeclareKeyword)) fields.push(fieldOf(property, id, to));
        break;
      }
    }
  }
  to.fieldClass = fieldClass;
  return id;
}

function headEnd(node: ts.ClassLikeDeclaration): number {
  return node.heritageClauses ? node.heritageClauses.pos : Math.max(node.pos, node.members.pos - 1);
}

function formOf(kind: ts.SyntaxKind): 'method' | 'getter' | 'setter' | 'constructor' | 'class-body' {
  if (kind === K.GetAccessor) return 'getter';
  if (kind === K.SetAccessor) return 'setter';
  if (kind === K.Constructor) return 'constructor';
  return kind === K.ClassStaticBlockDeclaration ? 'class-body' : 'method';
}

function fieldOf(node: ts.PropertyDeclaration, classId: ClassId, to: Lowering): FieldNode {
  const decorators = decoratorsOf(node, to);
  to.fieldClass = classId;
  const value = node.initializer ? to.named(node.initializer, node.name) : null;
  to.fieldClass = null;
  return {
    name: nameOf(node.name) ?? to.textOf(to.range(node.name)),
    value,
    type: node.type ? typeNameOf(node.type, to) : null,
    isStatic: hasModifier(node, K.StaticKeyword),
    decorators,
    range: to.range(node),
  };
}

/** Its decorators stay with the parameter. */
function parameterField(node: ts.ParameterDeclaration, to: Lowering): FieldNode {
  return {
    name: nameOf(node.name) ?? '',
    value: null,
    type: node.type ? typeNameOf(node.type, to) : null,
    isStatic: false,
    decorators: [],
    range: to.range(node),
  };
}
