/** What an address asks for after its `?`, by name; `""` where it does not say, no more than fits a search. */
export async function searchOf(searchParams: Promise<Record<string, string | string[] | undefined>>) {
  const asked = await searchParams;
  return (name: string): string => [asked[name]].flat()[0]?.slice(0, 200) ?? "";
}
