import { Client } from '@elastic/elasticsearch';

const es = new Client({ node: process.env.SEARCH_URL });

export async function archive(dataset: string, { number, status }: { number: string; status: string }) {
  await es.index({ index: `parcels-${dataset}`, id: number, document: { status } }); // want payload-chosen-resource "is part of the name of the index"
}
