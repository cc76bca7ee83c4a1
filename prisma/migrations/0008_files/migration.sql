-- Files of visitors: off until the tenant turns them on.
ALTER TABLE "tenant" ADD COLUMN     "files_most_bytes" BIGINT NOT NULL DEFAULT 1073741824,
ADD COLUMN     "files_on" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "file" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "file_tenant_id_conversation_id_idx" ON "file"("tenant_id", "conversation_id");

-- What lies in the store without a row that needs it, from `due_at` on: an upload that broke off, a file that was erased.
CREATE TABLE "file_removal" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "file_removal_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "file_removal_due_at_idx" ON "file_removal"("due_at");

SELECT gatehouse_isolate(name::regclass) FROM unnest(ARRAY['file', 'file_removal']) AS name;

-- Whoever erases a file's row has its bytes erased, too.
CREATE FUNCTION gatehouse_remove_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO file_removal (id, tenant_id, conversation_id, due_at)
    VALUES (OLD.id, OLD.tenant_id, OLD.conversation_id, now()) ON CONFLICT (id) DO UPDATE SET due_at = excluded.due_at;
  RETURN NULL;
END $$;
CREATE TRIGGER remove AFTER DELETE ON file FOR EACH ROW EXECUTE FUNCTION gatehouse_remove_file();

-- A link names a file only: whose it is must be known before its signature can be checked.
GRANT SELECT (id, tenant_id, conversation_id) ON file TO gatehouse_directory;
CREATE POLICY directory ON file FOR SELECT TO gatehouse_directory USING (true);
GRANT SELECT ON file_removal TO gatehouse_directory;
CREATE POLICY directory ON file_removal FOR SELECT TO gatehouse_directory USING (true);
