-- What the page said of itself when a conversation began: names and short texts, for the team to read.
ALTER TABLE "conversation" ADD COLUMN "context" JSONB;
