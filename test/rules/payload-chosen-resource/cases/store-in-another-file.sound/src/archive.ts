import { Client } from '@elastic/elasticsearch';

const es = new Client({ node: process.env.SEARCH_URL });
const datasets = ['letters', 'boxes'];

export async function archive(dataset: string, { number, status }: { number: string; status: string }) {
  if (!datasets.includes(dataset)) throw new Error('no such dataset');
  await es.index({ index: `parcels-${dataset}`, id: number, document: { status } });
}
