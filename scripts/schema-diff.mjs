// How a migration is begun: the SQL that leads from the committed prisma/schema.prisma to the one in the working tree.
//   DATABASE_URL=postgres://… node scripts/schema-diff.mjs > prisma/migrations/NNNN_name/migration.sql
// Runs Prisma's schema engine as WebAssembly: nothing is downloaded. It wants to be connected to
// some database but asks it nothing.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

const schemaPath = fileURLToPath(new URL("../prisma/schema.prisma", import.meta.url));

/** SQL from the schema `from` (Prisma's language; null for an empty database) to the present one. */
export async function schemaDiff(from, url) {
  const wasm = new URL("./schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm"));
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  const target = (content) => ({ tag: "schemaDatamodel", files: [{ path: schemaPath, content }] });
  const present = readFileSync(schemaPath, "utf8");
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  const schema = await engine.SchemaEngine.new({ datamodels: [[schemaPath, present]] }, () => {}, adapter);
  const { stdout } = await schema.diff({
    from: from === null ? { tag: "empty" } : target(from),
    to: target(present),
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const committed = execFileSync("git", ["show", "HEAD:prisma/schema.prisma"], { encoding: "utf8" });
  process.stdout.write(await schemaDiff(committed, process.env.DATABASE_URL));
}
