/** What `attempt` gives once it succeeds. Errors: its last one, after 30 s. @template T @param {() => T | Promise<T>} attempt */
export async function eventually(attempt) {
  for (const end = Date.now() + 30_000; ;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
