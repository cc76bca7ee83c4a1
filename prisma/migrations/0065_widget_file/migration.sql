-- The widget's scripts of every release this installation has served: pages have pinned them by name and integrity, and
-- a fresh checkout of a later release has built only its own.
CREATE TABLE "widget_file" (
    "file" TEXT NOT NULL,
    "contents" BYTEA NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "widget_file_pkey" PRIMARY KEY ("file")
);

-- Nothing that is kept is ever changed.
GRANT SELECT, INSERT ON widget_file TO gatehouse_directory;
