// path: nodes/Depot/Depot.node.ts
import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

export class Depot implements INodeType {
  async execute(this: IExecuteFunctions) {
    const items = this.getInputData();
    return [this.helpers.returnJsonArray(items.map((item) => item.json))];
  }
}
