// The language that a tenant says a source is in counts at once, for whatever kind of source, without reading it again.
import { afterAll, beforeAll, expect, test } from "vitest";
import { crawlSite } from "@/core/crawl/crawl-site";
import { admitOperator, type Member } from "@/core/member/member";
import { openPageReader } from "@/provider/page-reader";
import { openSiteReader } from "@/provider/site-reader";
import { openHostTurns } from "@/store/host-turns";
import { searchPassages } from "@/store/search-passages";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { openSite, type StandInSite, say } from "../../../tests/stand-in-site";
import { statistics } from "../../../tests/statistics";
import { addFileSource } from "./add-file-source";
import { addPageSource } from "./add-page-source";
import { addSiteSource } from "./add-site-source";
import { addTextSource } from "./add-text-source";
import { getSource } from "./get-source";
import { putAnswer } from "./put-answer";
import { putSource } from "./put-source";
import { readSource } from "./read-source";
import { syncSource } from "./sync-source";
import { updateSource } from "./update-source";

const plain = freshProduct();
let site: StandInSite;
// A list of names: nothing tells its language, so it is taken for English until somebody says so.
const TEXT = "Bremer Häuser. Kölner Bücher. Wiener Gärten.";
const TITLE = "Verzeichnis";

beforeAll(async () => {
  site = await openSite();
  const page = `<title>${TITLE}</title><p>${TEXT}</p>`;
  const unchanging: Parameters<typeof site.answers.set>[1] = (request, response) => {
    if (request.headers["if-none-match"] === '"v1"') return response.writeHead(304).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", etag: '"v1"' }).end(page);
  };
  site.answers.set("/", unchanging);
  site.answers.set("/page", say(page, "text/html; charset=utf-8"));
});
afterAll(() => site.close());

async function freshMember(): Promise<Member> {
  const { tenantId } = await freshTenant(plain);
  const polite = { allow: [site.host], pauseMilliseconds: 0, turns: openHostTurns(plain.database) };
  const outside = { pages: openPageReader(polite, plain.documents), sites: openSiteReader(polite) };
  return admitOperator({ ...plain, ...outside }, tenantId);
}

async function addFile(member: Member, language?: string): Promise<string> {
  const form = new FormData();
  form.set("file", new Blob([TEXT]), "list.txt");
  const { headers, body } = new Response(form);
  const upload = { contentType: headers.get("content-type") ?? "", declaredBytes: null, body };
  const { id } = await addFileSource(member, { upload, language });
  await readSource(member, { sourceId: id });
  return id;
}

const kinds: Record<string, (member: Member) => Promise<string>> = {
  text: async (member) => (await addTextSource(member, { title: TITLE, text: TEXT })).id,
  qa: async (member) => (await putAnswer(member, { question: TITLE, answer: TEXT })).id,
  api: async (member) => (await putSource(member, { externalId: "list", title: TITLE, text: TEXT })).sourceId,
  file: addFile,
  page: async (member) => {
    const { id } = await addPageSource(member, { url: `${site.url}/page` });
    await readSource(member, { sourceId: id });
    return id;
  },
  site: async (member) => {
    const { id } = await addSiteSource(member, { url: `${site.url}/` });
    await crawlSite(member, { sourceId: id });
    return id;
  },
};
/** Has a source of this kind read, or given, once more. */
const again: Record<string, (member: Member, id: string) => Promise<unknown>> = {
  qa: (member, id) => putAnswer(member, { id, question: TITLE, answer: TEXT }),
  page: (member, sourceId) => readSource(member, { sourceId }),
  site: async (member, sourceId) => {
    await syncSource(member, { id: sourceId });
    await crawlSite(member, { sourceId });
  },
};

test.each(Object.keys(kinds))("of a %s", async (kind) => {
  const member = await freshMember();
  await addTextSource(member, { title: "Other", text: "Häuser are houses, and this is written in English as it was." });
  const id = (await kinds[kind]?.(member)) ?? "";
  const before = (await getSource(member, { id })).passages;
  expect(before).toHaveLength(1);
  // "Bücher" and "Buch" have their stem in common in German, and in no other language.
  const find = async () => {
    const hits = await member.database.sql((sql) => searchPassages(sql, { question: "Wo finde ich das Buch?" }, 5));
    return hits.map(({ sourceId }) => sourceId);
  };
  const requireExact = async () => {
    const { kept, counted } = await statistics(member);
    expect(kept).toEqual(counted);
  };
  expect(await find()).toEqual([]);
  await updateSource(member, { id, language: "de" });
  expect(await find()).toEqual([id]);
  await requireExact();
  await again[kind]?.(member, id);
  expect(await find()).toEqual([id]);
  expect((await getSource(member, { id })).passages.map((passage) => passage.id)).toEqual(before.map((one) => one.id));
  await requireExact();
  await updateSource(member, { id, language: null });
  expect(await find()).toEqual([]);
  await requireExact();
  const { rows } = await member.database.sql((sql) => sql.query("SELECT languages FROM corpus"));
  expect(rows).toEqual([{ languages: ["english"] }]);
});

test("a file that is given with its language is read in it", async () => {
  const member = await freshMember();
  await addTextSource(member, { title: "Other", text: "Häuser are houses, and this is written in English as it was." });
  const id = await addFile(member, "de");
  const hits = await member.database.sql((sql) => searchPassages(sql, { question: "Wo finde ich das Buch?" }, 5));
  expect(hits.map(({ sourceId }) => sourceId)).toEqual([id]);
  expect(await getSource(member, { id })).toMatchObject({ language: "de" });
  const { kept, counted } = await statistics(member);
  expect(kept).toEqual(counted);
});

test("a source that changes its language by what it says now is found in that one, passages that stay as well", async () => {
  const member = await freshMember();
  const put = (text: string) => putSource(member, { externalId: "a", title: "Laden", text });
  const more = (n: number) => `## Teil ${n}\n\nDas ist der Text über die Häuser und was man mit ihnen machen kann.`;
  const { sourceId } = await put(`## Namen\n\n${TEXT}`);
  const kept = (await getSource(member, { id: sourceId })).passages[0]?.id;
  await put(`## Namen\n\n${TEXT}\n\n${[1, 2, 3].map(more).join("\n\n")}`);
  const hits = await member.database.sql((sql) => searchPassages(sql, { question: "Wo finde ich das Buch?" }, 5));
  expect(hits.map(({ passageId }) => passageId)).toContain(kept);
  const { kept: stood, counted } = await statistics(member);
  expect(stood).toEqual(counted);
});
