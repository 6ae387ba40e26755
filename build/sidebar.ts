export async function buildSidebar(): Promise<string> {
  return "<!doctype html><title>CLV</title>";
}
