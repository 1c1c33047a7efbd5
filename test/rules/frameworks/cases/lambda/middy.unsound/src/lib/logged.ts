export const logged = () => ({
  before: async (request) => {
    console.info(request.event.rawPath);
  },
});
