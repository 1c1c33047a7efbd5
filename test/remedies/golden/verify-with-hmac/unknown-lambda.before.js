exports.handler = async (event) => {
  const order = JSON.parse(event.body);
  await table.put(order);
  return { statusCode: 200, body: '' };
};
