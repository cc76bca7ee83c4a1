// Brings the database to this version: what `npm start` does by itself, for those who start the processes themselves.
import path from "node:path";
import { environment } from "@/env";
import { migrate } from "@/store/migrate";

try {
  const applied = await migrate(environment().databaseUrl, path.join(import.meta.dirname, "../prisma/migrations"));
  for (const name of applied) process.stdout.write(`applied ${name}\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
